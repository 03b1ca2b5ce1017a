// A language server over node IPC whose behavior SUP_FAKE_SERVER selects: `ok`, `dies at start`, `dies when started`, `hangs` or
// `hangs when started`. It registers for file changes and logs the notifications it receives.
import process from 'node:process';
import { answerPreviews, isAboutPreviews } from './fake-previews.mjs';
import { answerScenarios, isAboutScenarios } from './fake-scenarios.mjs';

const behaviour = process.env['SUP_FAKE_SERVER'];
/** How often a plan was compared with `removed.json`, which exists only once. */
let comparisons = 0;
if (behaviour === 'dies at start') {
    process.exit(1);
}

/** The reason determines the response to `sup/acceptRisk`. */
const answers = {
    'initialize': () => ({ capabilities: { textDocumentSync: 1 } }),
    'shutdown': () => null,
    'sup/acceptRisk': params => {
        if (params.reason === 'die') {
            process.exit(1);
        }
        if (params.reason === 'refuse') {
            throw new Error('the file is too large');
        }
        const newText = JSON.stringify({ rule: params.rule, reason: params.reason, until: params.until });
        const range = { start: params.range.start, end: params.range.start };
        return params.reason === 'gone' ? null : { changes: { [params.textDocument.uri]: [{ range, newText }] } };
    },
    'sup/editorLevels': ({ textDocument: { uri } }) => uri.endsWith('/stricter.sup')
        ? { onlyHere: ['rule-a', 'rule-b', 'rule-c', 'rule-d', 'rule-e'], overruled: [] }
        : { onlyHere: [], overruled: uri.endsWith('/overruled.sup') ? ['rule-a'] : [] },
    'sup/planTree': ({ item }) => item === undefined ? [planItem('plan', 'hierarchy')] : item === 'plan' ? [planItem('AAA', 'central'), planItem('BBB', 'secondary')] : null,
    'sup/moveTargets': ({ site, line }) => line === 9 ? null : { site: site ?? 'BBB', parents: site === 'AAA' ? [] : [{ code: 'CCC', title: 'Third' }] },
    'sup/moveSite': ({ textDocument: { uri }, site, parent }) => parent === 'AAA' ? { objection: `${site} already reports to AAA.` }
        : { edit: { changes: { [uri]: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: `${site} to ${parent}` }] }, ...parent === 'DDD' && { changeAnnotations: { refactoring: { label: 'Move', needsConfirmation: true } } } } },
    'sup/branchToCopy': ({ site, line, codes }) => line === 9 ? null : {
        site: site ?? 'BBB', title: 'Second', sites: ['BBB', 'CCC'], codes: ['BB2', 'CC2'], ...codes && { objection: codes.includes('AAA') ? 'AAA is the code of the site Head.' : undefined }
    },
    'sup/duplicateSite': ({ textDocument: { uri }, site, codes, title }) => codes[0] === 'BAD' ? { objection: 'This would cause an error.' }
        : { edit: { changes: { [uri]: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, newText: `${site} as ${codes.join()} "${title}"` }] } } },
    'sup/newHierarchy': params => JSON.stringify(params),
    'sup/import': ({ files, folder, branches }) => files[0].endsWith('broken.json') ? { objection: 'broken.json is not an export' }
        : { hierarchy: 'Nordvik', files: [{ name: 'nordvik.sup', text: JSON.stringify({ files, folder, branches }) }], messages: files[0].endsWith('.csv') ? ['sites.csv is not UTF-8', 'check the order'] : [] },
    'sup/compareWithReality': ({ textDocument: { uri }, files, isPictured }) => files[0].endsWith('broken.json') || files[0].endsWith('removed.json') && comparisons++ > 0 ? { objection: `${files[0].endsWith('broken.json') ? 'broken' : 'removed'}.json is not an export` }
        : files[0].endsWith('partial.json') ? { files: [uri], differences: [], uncompared: 0, messages: ['computer of A: no access'], isIncomplete: true }
        : {
            ...isPictured && { plans: { beforeLabel: `reality in ${files[0].split('/').at(-1)}`, reality: { notes: [] } } },
            files: [uri], collectedAt: '2026-11-23T08:15:00Z', uncompared: 42, messages: [], isIncomplete: false,
            differences: [{
                uri, diagnostic: { range: lineRange(3), severity: 2, source: 'sup', code: 'plan-differs-from-reality', message: 'planned 8530; 80', codeDescription: { href: 'https://example.org/rule' } },
                fixes: [{ title: 'Take over `80` from reality', changes: [{ uri, edits: [{ range: lineRange(3), newText: '80' }] }] }]
            }]
        },
    'sup/explain': ({ rule, textDocument: { uri }, range }) => rule === 'gone' ? null : {
        text: `${rule} because of a.sup:4\n`,
        links: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: rule.length } }, target: `rules/${rule}.md` }, { range: { start: { line: 0, character: 20 }, end: { line: 0, character: 27 } }, target: { uri, range } }]
    }
};

/** @param {number} line */
function lineRange(line) {
    return { start: { line, character: 4 }, end: { line, character: 8 } };
}

/**
 * A part of a plan in the tree.
 * @param {string} id
 * @param {string} kind
 */
function planItem(id, kind) {
    const start = { line: 2, character: 5 };
    return { id, kind, label: id, detail: kind === 'central' ? 'Head' : '', errors: kind === 'hierarchy' ? 2 : 0, warnings: kind === 'secondary' ? 1 : 0, hasChildren: kind === 'hierarchy', location: { uri: 'file:///a.sup', range: { start, end: start } }, ...kind !== 'hierarchy' && { site: id } };
}

process.on('message', ({ id, method, params }) => {
    if (behaviour === 'hangs' || (behaviour === 'hangs when started' && method !== 'initialize')) {
        return;
    }
    if (method === 'exit' || (method === 'initialized' && behaviour === 'dies when started')) {
        process.exit(method === 'exit' ? 0 : 1);
    }
    if (method === 'initialized') {
        const files = { id: 'files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: [{ globPattern: '**/*' }] } };
        process.send?.({ jsonrpc: '2.0', id: 'watch', method: 'client/registerCapability', params: { registrations: [files] } });
    }
    if (id === undefined || method === 'initialize') {
        const { initializationOptions, changes, textDocument } = params;
        log([method, ...[initializationOptions, changes, textDocument?.uri].filter(value => value !== undefined).map(value => JSON.stringify(value))].join(' '));
    }
    const send = message => void process.send?.({ jsonrpc: '2.0', ...message });
    if (isAboutPreviews(method, params)) {
        answerPreviews({ id, method, params }, send);
    } else if (isAboutScenarios(method, params)) {
        answerScenarios({ id, method, params }, send);
    } else if (id !== undefined && method !== undefined) {
        try {
            process.send?.({ jsonrpc: '2.0', id, result: answers[method]?.(params) ?? null });
        } catch (error) {
            process.send?.({ jsonrpc: '2.0', id, error: { code: -32603, message: error.message } });
        }
    }
});

/** @param {string} message */
function log(message) {
    process.send?.({ jsonrpc: '2.0', method: 'window/logMessage', params: { type: 3, message } });
}
process.on('disconnect', () => process.exit());
