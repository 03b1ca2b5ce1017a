import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, CodeLensRequest, ErrorCodes, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { AcceptRiskRequest, AdviseRequest, CoverageRequest, PreviewRequest, RunScenarioRequest, type ScenarioOutcome, ScenarioOutcomesNotification, ScenariosChangedNotification, ScenariosRequest, SweepRequest, TraceRequest } from '@sup/protocol/server';
import { LspClient } from '../support/lsp-client.js';
import type { Files } from '../support/workspace.js';

// Scenarios as editors use them: listed, run, explained, and shown as diagnostics where they fail.

let client: LspClient;
const start = async (files: Files): Promise<LspClient> => (client = await LspClient.start(files, { initializationOptions: { scenarioCommands: true } }));
afterEach(() => client.stop());

const plan = `hierarchy Quay
central site CEN {
  release: SP2
  clients: 500 intranet
  server CENSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
  synchronization {
    schedule: every 1 day at 02:07
    products: "Windows XP"
    classifications: "Security Updates"
    languages: en
  }
}
secondary site BER reports to CEN {
  clients: 40 intranet
  link: 512 kbps, 40 ms
}
`;
const scenarios = `hierarchy Quay
scenario "All is well" for 2 days {
  expect CEN synchronized by 6h
  expect clients of BER scan against CENSUP01
}
scenario "WSUS fails" for 3 days {
  at 1d: fail WSUS of CENSUP01 for 6h
  at 2d: publish update "KB1"

  expect CEN synchronized by 6h
  expect no errors at CEN
  expect CEN settings restored within 1h
}
`;
const files: Files = { 'plan.sup': plan, 'scenarios.sup': scenarios };

const target = (title: string) => ({ textDocument: { uri: client.uri('scenarios.sup') }, title });
const runScenario = (title: string): Promise<ScenarioOutcome | null> => client.connection.sendRequest(RunScenarioRequest, target(title));

test('fails a scenario that names a server that does not exist', async () => {
    const renamed = scenarios.replace('fail WSUS of CENSUP01', 'fail WSUS of CENSUP99');
    await start({ ...files, 'scenarios.sup': renamed });
    const outcome = await runScenario('WSUS fails');
    expect(outcome!.problem).toBe('Line 7: No server or cluster of this hierarchy is named `CENSUP99`.');
    expect(outcome!.expectations.map(({ verdict }) => verdict)).toEqual(['untested', 'untested', 'untested']);
});

describe('automatic scenario runs', () => {
    test('reports the broken expectation at the right one of two scenarios with the same title', async () => {
        const twice = `hierarchy Quay
scenario "Same" for 3 days {
  at 1h: stop CENSUP01
  expect CEN synchronized by 2d
}
scenario "Same" for 3 days {
  at 2d 12h: stop CENSUP01
  expect CEN synchronized by 2d
}
`;
        await start({ 'plan.sup': plan, 'twice.sup': twice });
        const diagnostics = await client.diagnostics('twice.sup', codes => codes.includes('expectation-broken'));
        expect(diagnostics.filter(({ code }) => code === 'expectation-broken').map(({ range }) => range.start.line)).toEqual([3]);
    });

    const other = plan.replace('hierarchy Quay', 'hierarchy Other');
    const otherScenarios = 'hierarchy Other\nscenario "Elsewhere" for 2 days {\n  expect CEN synchronized by 6h\n}\n';

    /** The outcomes that the server sends next: the verdicts by the titles of the scenarios. */
    async function nextOutcomes(count: number): Promise<Record<string, string[]>> {
        const outcomes: Record<string, string[]> = {};
        await new Promise<void>(resolve => client.connection.onNotification(ScenarioOutcomesNotification, ({ reports }) => {
            reports.forEach(({ target: { title }, outcome }) => (outcomes[title] = outcome.expectations.map(({ verdict }) => verdict)));
            if (Object.keys(outcomes).length >= count) {
                resolve();
            }
        }));
        return outcomes;
    }

    test('sends the outcomes of all scenarios to the client, and after a change those that the change may affect', async () => {
        await start({ ...files, 'other.sup': other, 'other-scenarios.sup': otherScenarios });
        expect(await nextOutcomes(3)).toEqual({ 'All is well': ['held', 'held'], 'WSUS fails': ['held', 'broken', 'untested'], 'Elsewhere': ['held'] });
        await client.openFile('scenarios.sup', scenarios);
        const changed = nextOutcomes(2);
        await client.changeFile('scenarios.sup', scenarios.replace('  at 1d: fail WSUS of CENSUP01 for 6h\n', ''));
        expect(await changed).toEqual({ 'All is well': ['held', 'held'], 'WSUS fails': ['held', 'held', 'untested'] });
    });

    test('changes the revision of the scenarios of a hierarchy when one of its files changes', async () => {
        await start({ ...files, 'other.sup': other, 'other-scenarios.sup': otherScenarios });
        const revisions = async (): Promise<Record<string, number>> => Object.fromEntries((await client.connection.sendRequest(ScenariosRequest)).map(({ title, revision }) => [title, revision]));
        const before = await revisions();
        await client.openFile('plan.sup', plan.replace('clients: 500', 'clients: 600'));
        const after = await revisions();
        expect(Object.keys(before).filter(title => before[title] !== after[title])).toEqual(['All is well', 'WSUS fails']);
    });

    test('answers requests while hundreds of scenarios run', async () => {
        const names = Array.from({ length: 8 }, (_, i) => `many-${i}.sup`);
        const many = (name: string): string => Array.from({ length: 100 }, (_, i) => `scenario "Run ${i} of ${name}" for 30 days {\n  expect CEN synchronized by 2d\n}\n`).join('');
        const failing = 'scenario "Last" for 3 days {\n  at 1h: stop CENSUP01\n  expect CEN synchronized by 2d\n}\n';
        await start({ 'plan.sup': plan, ...Object.fromEntries(names.map(name => [name, `hierarchy Quay\n${many(name)}${failing}`])) });
        let answers = 0;
        // The number of answers when the scenarios of each file have run.
        const answersByFile: number[] = [];
        const over = Promise.all(names.map(async name => {
            await client.diagnostics(name, codes => codes.includes('expectation-broken'));
            answersByFile.push(answers);
        }));
        await client.openFile('plan.sup', plan);
        while (answersByFile.length < names.length) {
            await client.connection.sendRequest(PreviewRequest, { textDocument: { uri: client.uri('plan.sup') } });
            answers++;
        }
        await over;
        // A server that ran each file in one go would answer once after each; single files can end together, so only the sum is compared.
        const answersDuringFiles = answersByFile.at(-1)! - answersByFile[0]!;
        expect(answersDuringFiles, `answers after each file: ${answersByFile.join(', ')}`).toBeGreaterThan(names.length);
    });
});

describe('scenarios', () => {
    test('lists scenarios with their expectations', async () => {
        await start(files);
        const found = await client.connection.sendRequest(ScenariosRequest);
        expect(found.map(({ title, hierarchy, expectations }) => [title, hierarchy, expectations.map(({ text }) => text)])).toEqual([
            ['All is well', 'Quay', ['expect CEN synchronized by 6h', 'expect clients of BER scan against CENSUP01']],
            ['WSUS fails', 'Quay', ['expect CEN synchronized by 6h', 'expect no errors at CEN', 'expect CEN settings restored within 1h']]
        ]);
        expect(found[1]!.expectations[1]!.range.start).toEqual({ line: 10, character: 2 });
    });

    test('returns the verdict of each expectation, with the steps that led to a broken one', async () => {
        await start(files);
        expect((await runScenario('All is well'))!.expectations.map(({ verdict }) => verdict)).toEqual(['held', 'held']);
        const stopped = await runScenario('WSUS fails');
        expect(stopped!.expectations.map(({ verdict }) => verdict)).toEqual(['held', 'broken', 'untested']);
        const [, broken] = stopped!.expectations;
        expect(broken!.time).toBe('1d 00:00');
        expect(broken!.steps.map(({ text }) => text)).toEqual([
            'Scenario: WSUS on CENSUP01 fails.', expect.stringMatching(/^CEN SMS_WSUS_CONFIGURATION_MANAGER: .*CENSUP01/) as string
        ]);
        expect(broken!.steps[0]!.locations[0]).toMatchObject({ uri: client.uri('scenarios.sup'), range: { start: { line: 6 } } });
        expect(stopped!.problem).toBeUndefined();
    });

    test('returns null when it is asked to run an unknown scenario', async () => {
        await start(files);
        expect(await runScenario('No such thing')).toBeNull();
    });

    test('publishes broken expectations as diagnostics and clears them when the scenario is fixed', async () => {
        await start(files);
        const diagnostics = await client.diagnostics('scenarios.sup', codes => codes.includes('expectation-broken'));
        const broken = diagnostics.find(({ code }) => code === 'expectation-broken')!;
        expect(broken).toMatchObject({ severity: 1, source: 'sup', range: { start: { line: 10, character: 2 }, end: { line: 10, character: 25 } } });
        expect(broken.message).toContain('1d 00:00');
        expect(broken.relatedInformation!.length).toBeGreaterThan(1);
        expect(diagnostics.find(({ code }) => code === 'expectation-untested')).toMatchObject({ severity: 3 });
        await client.openFile('scenarios.sup', scenarios);
        await client.changeFile('scenarios.sup', scenarios.replace('  at 1d: fail WSUS of CENSUP01 for 6h\n', ''));
        await client.diagnostics('scenarios.sup', codes => !codes.includes('expectation-broken'));
    });

    test('shows code lenses above scenarios and above secondary sites with clients', async () => {
        await start(files);
        await client.openFile('scenarios.sup', scenarios);
        const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: client.uri('scenarios.sup') } });
        expect(lenses!.map(({ command, range }) => `${range.start.line} ${command!.title}`)).toEqual(['1 Run', '1 Play', '1 Show Trace', '1 Run All', '5 Run', '5 Play', '5 Show Trace']);
        await client.openFile('plan.sup', plan);
        const questions = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: client.uri('plan.sup') } });
        expect(questions!.map(({ command, range }) => `${range.start.line} ${command!.title}`)).toEqual(['16 Does it need a software update point?']);
    });

    test('omits the lenses in a file with more than 200 secondary sites to keep typing fast', async () => {
        await start({});
        const secondary = (i: number): string => `secondary site A${String(i).padStart(2, '0')} reports to CEN {\n  clients: 5 intranet\n}\n`;
        const lensesOf = async (count: number): Promise<number> => {
            const name = `${count}.sup`;
            await client.openFile(name, `central site CEN\n${Array.from({ length: count }, (_, i) => secondary(i)).join('')}`);
            return (await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: client.uri(name) } }))!.length;
        };
        expect([await lensesOf(200), await lensesOf(201)]).toEqual([200, 0]);
    });

    test('returns the trace of a scenario line by line', async () => {
        await start(files);
        const trace = await client.connection.sendRequest(TraceRequest, target('All is well'));
        expect(trace!.split('\n')[0]).toMatch(/^ +0d 00:01 {2}CEN {2}SMS_WSUS_CONFIGURATION_MANAGER/);
        expect(trace).toContain('6702');
    });

    test('reports which parts of a plan scenarios use and which they make fail', async () => {
        await start(files);
        const covered = await client.connection.sendRequest(CoverageRequest, { scenarios: [target('All is well'), target('WSUS fails')] });
        expect(covered).toEqual([{
            uri: client.uri('plan.sup'),
            parts: [
                { name: 'CEN', used: true, failed: true, range: expect.anything() as object },
                { name: 'CENSUP01', used: true, failed: true, range: expect.anything() as object },
                { name: 'BER', used: true, failed: false, range: expect.anything() as object },
                { name: 'link of BER', used: true, failed: false, range: expect.anything() as object }
            ]
        }]);
    });

    test('notifies the client when scenarios change', async () => {
        await start(files);
        await client.connection.sendRequest(ScenariosRequest);
        const changed = new Promise<void>(resolve => client.connection.onNotification(ScenariosChangedNotification, resolve));
        await client.openFile('scenarios.sup', scenarios.replace('All is well', 'All is fine'));
        await changed;
        expect((await client.connection.sendRequest(ScenariosRequest)).map(({ title }) => title)).toContain('All is fine');
    });
});

describe('malformed scenario requests', () => {
    const nonsense = [null, 5, 'x', [], {}, { textDocument: null }, { textDocument: { uri: 5 }, title: 'x', position: {} }, { scenarios: 7 }, { scenarios: [null] }];

    test.each([RunScenarioRequest, TraceRequest, CoverageRequest, SweepRequest, AdviseRequest, AcceptRiskRequest])('rejects malformed parameters of $method and keeps answering', async ({ method }) => {
        await start(files);
        for (const params of nonsense) {
            const response = client.connection.sendRequest(method, params as object);
            await expect(response, JSON.stringify(params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams, message: expect.stringContaining(`Invalid parameters for ${method}: expected `) as string });
        }
        expect((await runScenario('All is well'))!.expectations).toHaveLength(2);
    });

    test('answers requests about unknown files and positions with null', async () => {
        await start(files);
        const nowhere = { textDocument: { uri: 'file:///nowhere.sup' } };
        expect(await client.connection.sendRequest(RunScenarioRequest, { ...nowhere, title: '__proto__' })).toBeNull();
        expect(await client.connection.sendRequest(SweepRequest, nowhere)).toBeNull();
        expect(await client.connection.sendRequest(AdviseRequest, { textDocument: { uri: '%%%' }, position: { line: 0, character: 0 } })).toBeNull();
        expect(await client.connection.sendRequest(AdviseRequest, { textDocument: { uri: client.uri('plan.sup') }, position: { line: 99_999, character: 99_999 } })).toBeNull();
    });
});

describe('the planner\'s questions', () => {
    test('ranks single failures by their impact', async () => {
        await start(files);
        const report = await client.connection.sendRequest(SweepRequest, { textDocument: { uri: client.uri('plan.sup') } });
        const rows = report!.split('\n').filter(line => /^\| \d/.test(line)).map(line => line.split('|')[2]!.trim());
        expect(rows).toContain('CENSUP01');
        expect(rows).toContain('The link of BER to its parent');
        expect(rows.indexOf('CENSUP01')).toBeLessThan(rows.indexOf('The link of BER to its parent'));
    });

    test('simulates failures of two parts at the same time in a plan of a few sites', async () => {
        await start(files);
        const report = await client.connection.sendRequest(SweepRequest, { textDocument: { uri: client.uri('plan.sup') } });
        expect(report).toMatch(/\n## Two failures at the same time\n[^]*\n\d+ of \d+ pairs? of failures (?:has|have) a greater impact than each alone\.\n/);
    });

    test('advises whether a secondary site needs its own software update point', async () => {
        await start(files);
        const advice = await client.connection.sendRequest(AdviseRequest, { textDocument: { uri: client.uri('plan.sup') }, position: { line: 17, character: 4 } });
        expect(advice).toContain('**The figures do not decide whether BER should have its own software update point');
        expect(advice).toContain('The site has 40');
        expect(advice).toContain('- After an installation\\, each of its clients has scanned for the first time within ');
        expect(await client.connection.sendRequest(AdviseRequest, { textDocument: { uri: client.uri('plan.sup') }, position: { line: 2, character: 4 } })).toBeNull();
    });

    test('reports the progress of a sweep and stops it when it is cancelled', async () => {
        const sites = Array.from({ length: 400 }, (_, i) => `secondary site ${(i + 46656 / 2).toString(36).toUpperCase()} reports to CEN { clients: 10 intranet }`);
        await start({ 'plan.sup': plan + sites.join('\n') });
        const source = new CancellationTokenSource();
        const seen: unknown[] = [];
        client.connection.onProgress(WorkDoneProgress.type, 'sweep', value => {
            seen.push(value.kind);
            if (value.kind === 'report') {
                source.cancel();
            }
        });
        const response = client.connection.sendRequest(SweepRequest, { textDocument: { uri: client.uri('plan.sup') }, workDoneToken: 'sweep' }, source.token);
        await expect(response).rejects.toMatchObject({ message: 'The request was cancelled.' });
        expect(seen).toEqual(expect.arrayContaining(['begin', 'report', 'end']));
    });
});
