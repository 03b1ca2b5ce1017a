import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver-protocol/node';
import { type JsonRpcMessage, startServer, Transport } from '../support/transport.js';

// Parameters of the wrong shape are rejected with the protocol's error `InvalidParams`, for each kind of message.

const textDocument = { uri: 'file:///nowhere/plan.sup' };
const position = { line: 0, character: 3 };
const range = { start: position, end: position };
const options = { tabSize: 2, insertSpaces: true };
const item = { name: 'x', kind: 1, uri: textDocument.uri, range, selectionRange: range };
const target = { textDocument, rule: 'unknown-parent', range };

/** Valid parameters of requests; every field is required. */
const requests: readonly (readonly [method: string, params: object])[] = [
    ...['completion', 'hover', 'definition', 'declaration', 'typeDefinition', 'implementation', 'signatureHelp', 'documentHighlight', 'prepareRename', 'prepareCallHierarchy', 'prepareTypeHierarchy']
        .map(name => [`textDocument/${name}`, { textDocument, position }] as const),
    ...['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full'].map(name => [`textDocument/${name}`, { textDocument }] as const),
    ...['semanticTokens/range', 'inlayHint'].map(name => [`textDocument/${name}`, { textDocument, range }] as const),
    ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' }],
    ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
    ['textDocument/rename', { textDocument, position, newName: 'x' }],
    ['textDocument/formatting', { textDocument, options }],
    ['textDocument/rangeFormatting', { textDocument, range, options }],
    ['textDocument/onTypeFormatting', { textDocument, position, ch: '}', options }],
    ['textDocument/selectionRange', { textDocument, positions: [position] }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [{ range }] } }],
    ['workspace/symbol', { query: '' }],
    ['workspace/executeCommand', { command: 'x' }],
    ['callHierarchy/incomingCalls', { item }],
    ['typeHierarchy/supertypes', { item }],
    ...['preview', 'hierarchyFiles', 'sweep'].map(name => [`sup/${name}`, { textDocument }] as const),
    ...['partAt', 'advise'].map(name => [`sup/${name}`, { textDocument, position }] as const),
    ...['locate', 'possibleEvents'].map(name => [`sup/${name}`, { textDocument, part: 'site:OSL' }] as const),
    ...['locateScenario', 'runScenario', 'trace'].map(name => [`sup/${name}`, { textDocument, title: 'x' }] as const),
    ...['play', 'scenarioEdit'].map(name => [`sup/${name}`, { textDocument, events: [{ at: 1, event: 'stop A' }] }] as const),
    ['sup/log', { run: 1, text: '', omitsInformation: true, from: { line: 0 }, count: 1 }],
    ['sup/compare', { textDocument, before: [{ uri: textDocument.uri, text: '' }], beforeLabel: 'a', afterLabel: 'b' }],
    ['sup/export', { textDocument, format: 'svg', theme: 'light', direction: 'down' }],
    ['sup/coverage', { scenarios: [{ textDocument, title: 'x' }] }],
    ['sup/explain', target],
    ['sup/acceptRisk', { ...target, reason: 'x' }]
];

const notifications: readonly (readonly [method: string, params: object])[] = [
    ['textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'sup', version: 1, text: 'x' } }],
    ['textDocument/didChange', { textDocument: { ...textDocument, version: 2 }, contentChanges: [{ text: 'x' }] }],
    ...['didSave', 'didClose'].map(name => [`textDocument/${name}`, { textDocument }] as const),
    ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///a' }], removed: [{ uri: 'file:///b' }] } }],
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: textDocument.uri, type: 1 }] }],
    ['workspace/didRenameFiles', { files: [{ oldUri: 'file:///a', newUri: 'file:///b' }] }],
    ['workspace/didDeleteFiles', { files: [{ uri: 'file:///a' }] }],
    ['window/workDoneProgress/cancel', { token: 'x' }]
];

const notParameters: readonly unknown[] = [null, [], [null], ['x', 5], 'x', 5, true, undefined];
const notNumbers: readonly unknown[] = [null, 'x', {}, undefined];
const notPlaces: readonly unknown[] = [...notNumbers, -1, 1.5, 2 ** 31, 1e300];

/** Copies of valid parameters in which one value has another type or is missing. */
function damaged(value: unknown, key = ''): readonly unknown[] {
    if (typeof value === 'number') {
        return key === 'line' || key === 'character' ? notPlaces : notNumbers;
    }
    if (typeof value !== 'object' || value === null) {
        return [null, typeof value === 'string' ? true : 7, [], {}, undefined];
    }
    if (Array.isArray(value)) {
        return [null, 'x', {}, undefined, [null], [5], ...damaged(value[0]).filter(each => each !== undefined).map(each => [each])];
    }
    // A line of a log is a number of its own kind, and the name and kind of an item of a hierarchy do not matter.
    const fields = Object.entries(value as Record<string, unknown>).filter(([name]) => name !== 'from' && !(key === 'item' && ['name', 'kind'].includes(name)));
    return [...notParameters, ...fields.flatMap(([name, field]) => damaged(field, name).map(each => ({ ...value, [name]: each })))];
}

let server: ChildProcessWithoutNullStreams;
let transport: Transport;
const log: string[] = [];
const pending = new Map<unknown, (answer: JsonRpcMessage) => void>();
beforeAll(async () => {
    server = startServer();
    transport = new Transport(server, {
        onMessage: message => {
            if (message.method === 'window/logMessage') {
                log.push((message.params as { message: string }).message);
            } else if (message.method === undefined) {
                pending.get(message.id)?.(message);
            }
        }
    });
    await ask('initialize', { processId: null, rootUri: null, capabilities: {} });
    transport.send({ method: 'initialized', params: {} });
});
afterAll(() => void server.kill());

function ask(method: string, params: unknown): Promise<JsonRpcMessage> {
    return new Promise(resolve => {
        const id = pending.size + 1;
        pending.set(id, resolve);
        transport.send({ id, method, params });
    });
}

/** Sends a request with each of many parameters, and returns those that are not rejected as invalid. */
async function accepted(method: string, all: readonly unknown[]): Promise<readonly unknown[]> {
    const answers = await Promise.all(all.map(async params => ({ params, answer: await ask(method, params) })));
    return answers.filter(({ answer: { error } }) => error?.code !== ErrorCodes.InvalidParams);
}

describe('a running server', () => {
    test.each(requests)('rejects invalid parameters of %s', async (method, valid) => {
        expect(await accepted(method, damaged(valid))).toEqual([]);
        // A method that the server does not have is rejected for that, and a document that it does not have is not an error of the shape.
        const { error } = await ask(method, valid);
        expect(error?.code).not.toBe(ErrorCodes.InvalidParams);
        expect(error?.code).not.toBe(ErrorCodes.InternalError);
    });

    test('rejects an action to resolve that is not one of the server', async () => {
        expect(await accepted('codeAction/resolve', [...notParameters, { title: 'x', data: 5 }, { title: 'x', data: { uri: 7 } }])).toEqual([]);
    });

    test('rejects a URI that is longer than that of any file', async () => {
        const long = `file:///${'a/'.repeat(100_000)}plan.sup`;
        expect(await accepted('textDocument/hover', [{ textDocument: { uri: long }, position }])).toEqual([]);
        const before = log.length;
        transport.send({ method: 'textDocument/didOpen', params: { textDocument: { uri: long, languageId: 'sup', version: 1, text: 'x' } } });
        expect((await ask('workspace/symbol', { query: '' })).error).toBeUndefined();
        expect(log.slice(before)).toEqual([expect.stringContaining('Ignored textDocument/didOpen: its parameters are invalid.')]);
    });

    test('rejects invalid parameters of `shutdown` and continues the session', async () => {
        expect(await accepted('shutdown', ['x', 5, true, ['x']])).toEqual([]);
        expect((await ask('workspace/symbol', { query: '' })).result).toEqual([]);
    });

    test.each(notifications)('ignores %s with invalid parameters, and logs one line', async (method, valid) => {
        const before = log.length;
        const all = damaged(valid);
        for (const params of all) {
            transport.send({ method, params });
        }
        expect((await ask('workspace/symbol', { query: '' })).error).toBeUndefined();
        const lines = log.slice(before);
        expect(lines.filter(line => !line.startsWith(`Ignored ${method}: its parameters are invalid. Expected `))).toEqual([]);
        expect(lines).toHaveLength(all.length);
    });
});

test.each([[null], [[]], ['x'], [{}], [{ capabilities: null }], [{ capabilities: {}, workspaceFolders: 'x' }], [{ capabilities: {}, workspaceFolders: [{}] }], [{ capabilities: {}, rootUri: 5 }]])(
    'rejects `initialize` with %j, and accepts another one', async params => {
        const process = startServer();
        const answers = new Promise<readonly JsonRpcMessage[]>(resolve => {
            const received: JsonRpcMessage[] = [];
            const wire = new Transport(process, { onMessage: message => message.method === undefined && received.push(message) === 2 && resolve(received) });
            wire.send({ id: 1, method: 'initialize', params });
            wire.send({ id: 2, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
        });
        const [first, second] = await answers;
        process.kill();
        expect(first!.error?.code).toBe(ErrorCodes.InvalidParams);
        expect(second!.result).toHaveProperty('capabilities');
    });
