// The scenarios of the fake language server. Their titles determine their outcomes. After a change of `harbour.sup` on disk, there are different
// ones. A change of `ran.sup` stands for a run that the server makes by itself.

const requests = ['sup/scenarios', 'sup/runScenario', 'sup/trace', 'sup/coverage', 'sup/sweep', 'sup/advise'];
const harbour = 'file:///harbour.sup';
const ran = 'file:///ran.sup';
const range = (/** @type {number} */ line) => ({ start: { line, character: 2 }, end: { line, character: 20 } });
const location = (/** @type {number} */ line) => ({ uri: harbour, range: range(line) });

/** @param {string} title @param {number} line @param {string[]} expectations */
const scenario = (title, line, expectations, uri = harbour) =>
    ({ uri, range: range(line), title, revision: line, hierarchy: 'Harbour', expectations: expectations.map((text, i) => ({ text, range: range(line + 1 + i) })) });

const first = [
    scenario('Quiet night', 40, ['CEN synchronized by 6h', 'no errors at all sites']),
    scenario('Storm', 50, ['OSL synchronized by 6h', 'clients of OSL scan', 'status 6703 at OSL never']),
    scenario('Nothing is asked', 70, []),
    scenario('Gone', 1, ['anything'], 'file:///other.sup'),
    scenario('Cannot run', 10, ['anything else'], 'file:///other.sup'),
    scenario('Without end', 20, ['something'], 'file:///other.sup'),
    scenario('Never done', 30, ['the end'], 'file:///slow.sup')
];
const later = [
    scenario('Quiet night', 44, ['CEN synchronized by 8h', 'no errors at all sites']),
    scenario('Calm', 50, ['OSL synchronized by 6h']),
    scenario('Storm', 60, ['clients of OSL scan', 'OSL synchronized by 6h', 'clients of BER scan', 'status 6703 at OSL never'])
];
let scenarios = first;
let changes = 0;
/** The requests that wait to be cancelled. @type {Set<number>} */
const waiting = new Set();

const steps = [
    { time: '1d 00:00', text: 'OSL Operator: OSLSUP01 stopped', changed: 'OSLSUP01: running → stopped', locations: [location(12), location(3)] },
    { time: '1d 00:20', text: 'OSL Windows Update Agent: clients scan', changed: undefined, locations: [] },
    { time: '1d 00:21', text: 'OSL Windows Update Agent: the scan failed', changed: undefined, locations: [location(14)] }
];

/** @param {string} verdict */
const outcomeOf = (verdict, { text, range: at }) => ({
    text, range: at, verdict,
    message: { broken: 'Clients of OSL could not reach OSLSUP01\u001b[2J.', untested: 'OSL was never in error.' }[verdict],
    time: verdict === 'broken' ? '1d 00:21' : undefined, steps: verdict === 'broken' ? steps : []
});

/** @param {string} title @param {string[]} verdicts */
function ended(title, verdicts, problem = undefined) {
    const { expectations } = scenarios.find(each => each.title === title);
    return { expectations: expectations.map((each, i) => outcomeOf(verdicts[i] ?? 'held', each)), problem, headline: ['A new update reaches the last client after 9h.'], milliseconds: 30 };
}

const answers = {
    'sup/scenarios': () => scenarios,
    'sup/runScenario': ({ title }) => {
        switch (title) {
            case 'Storm': return ended(title, ['held', 'broken', 'untested']);
            case 'Gone': return null;
            case 'Cannot run': throw new Error('the plan is too large');
            case 'Without end': return ended(title, ['untested'], 'The scenario does not say for how long it runs.');
            default: return ended(title, []);
        }
    },
    'sup/trace': ({ title }) => title === 'Gone' ? null : `00:00 ${title} begins\n`,
    'sup/coverage': params => [{
        uri: harbour, parts: [
            { name: 'CEN', range: range(2), used: true, failed: false },
            { name: 'OSLSUP01', range: range(12), used: true, failed: true },
            { name: 'link of OSL', range: range(13), used: false, failed: true },
            { name: `not in ${params.scenarios.map(({ title }) => title).join()}`, range: range(16), used: false, failed: false }
        ]
    }],
    'sup/sweep': ({ textDocument }) => textDocument.uri === harbour ? '# Single points of failure of Harbour' : null,
    'sup/advise': ({ position }) => position.line === 20 ? '# Does BER need its own software update point?' : null
};

const isEndless = ({ title, textDocument }) => title === 'Never done' || textDocument?.uri === 'file:///slow.sup';

/** @param {string} method */
export function isAboutScenarios(method, params) {
    return requests.includes(method) || method === '$/cancelRequest' || (method === 'workspace/didChangeWatchedFiles' && params.changes.some(({ uri }) => uri === harbour || uri === ran));
}

/** @param {(message: object) => void} send */
export function answerScenarios({ id, method, params }, send) {
    if (method === 'workspace/didChangeWatchedFiles') {
        if (params.changes.some(({ uri }) => uri === ran)) {
            const outcomes = ['Storm', 'Quiet night'].map(title => ({ target: { textDocument: { uri: harbour }, title }, outcome: ended(title, title === 'Storm' ? ['held', 'broken', 'untested'] : []) }));
            send({ method: 'sup/scenarioOutcomes', params: { reports: [...outcomes, { target: { textDocument: { uri: 'file:///gone.sup' }, title: 'Gone' }, outcome: outcomes[0]?.outcome }] } });
            return;
        }
        changes++;
        scenarios = later.map(each => each.title === 'Calm' ? each : { ...each, revision: each.revision + changes });
        send({ method: 'sup/scenariosChanged' });
    } else if (method === '$/cancelRequest') {
        if (waiting.delete(params.id)) {
            send({ id: params.id, error: { code: -32800, message: 'cancelled' } });
        }
    } else {
        if (params.workDoneToken !== undefined) {
            for (const percentage of [10, 40]) {
                send({ method: '$/progress', params: { token: params.workDoneToken, value: { kind: 'report', percentage } } });
            }
        }
        if (isEndless(params)) {
            waiting.add(id);
            return;
        }
        try {
            send({ id, result: answers[method](params) });
        } catch (error) {
            send({ id, error: { code: -32603, message: error.message } });
        }
    }
}
