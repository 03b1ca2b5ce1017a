import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildFaultyServer } from '../../support/faulty.js';
import type { LspClient } from '../../support/lsp-client.js';
import { startClient } from '../../support/start-client.js';
import type { Files } from '../../support/workspace.js';

// An internal error costs one answer and adds one log entry. The process and all other answers are unaffected.

const plan = 'central site NOR {\n  mode: nativ\n  server NORSUP01 {\n    wsus 3.0 SP2\n    software update point active\n  }\n}\nsecondary site OSL reports to NOR\n';

let faulty: Awaited<ReturnType<typeof buildFaultyServer>>;
beforeAll(async () => {
    faulty = await buildFaultyServer();
});
afterAll(() => faulty.remove());

const position = { line: 7, character: 31 };
const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
/** The requests of an editor, with parameters that have a non-null answer. */
const requests: Readonly<Record<string, object>> = {
    'textDocument/codeAction': { range, context: { diagnostics: [] } },
    'textDocument/completion': { position },
    'textDocument/definition': { position },
    'textDocument/documentHighlight': { position },
    'textDocument/documentSymbol': {},
    'textDocument/foldingRange': {},
    'textDocument/formatting': { options: { tabSize: 2, insertSpaces: true } },
    'textDocument/hover': { position },
    'textDocument/prepareRename': { position },
    'textDocument/rangeFormatting': { range, options: { tabSize: 2, insertSpaces: true } },
    'textDocument/references': { position, context: { includeDeclaration: true } },
    'textDocument/rename': { position, newName: 'NRD' },
    'textDocument/semanticTokens/full': {},
    'textDocument/semanticTokens/full/delta': { previousResultId: '0' },
    'textDocument/semanticTokens/range': { range },
    'workspace/symbol': { query: '' }
};

function startWith(fault: string, files?: Files): Promise<LspClient> {
    return startClient(files, { server: { path: faulty.path, env: { SUP_FAULT: fault } } });
}

describe('a request whose handler throws', () => {
    const ask = (client: LspClient, method: string): Promise<unknown> => client.connection.sendRequest(method, { textDocument: { uri: client.uri('plan.sup') }, ...requests[method] });

    test.each(Object.keys(requests))('%s is answered with null and logged, and other requests are answered', async method => {
        const client = await startWith(method);
        await client.openFile('plan.sup', plan);
        await client.diagnostics('plan.sup', codes => codes.length > 0);
        const answers: Record<string, unknown> = {};
        for (const each of Object.keys(requests)) {
            answers[each] = await ask(client, each);
        }
        // A delta request fails, too, when the full request that it is compared with has failed.
        const failed = Object.keys(requests).filter(each => each.startsWith(method));
        expect(Object.keys(answers).filter(each => answers[each] === null)).toEqual(failed);
        expect(client.log).toHaveLength(failed.length);
        expect(client.log[0]).toMatch(/^A request failed: Error: \w+ is broken\n +at /);
    });
});

test('rejects requests about an invalid URI', async () => {
    const client = await startClient();
    const textDocument = { uri: 'not an address://' };
    await expect(client.connection.sendRequest('textDocument/hover', { textDocument, position })).rejects.toThrow('Invalid parameters for textDocument/hover: expected a document and a position.');
    await expect(client.connection.sendRequest('sup/preview', { textDocument })).rejects.toThrow('Invalid parameters for sup/preview: expected a document.');
    expect(client.log).toEqual([]);
});

describe('an internal error in one file', () => {
    const files = { 'good.sup': 'central site NOR {\n  mode: nativ\n}\n', 'bad.sup': 'hierarchy "bad"\n' };

    test.each([
        ['reading', 'syntax-error'],
        ['checking', 'internal-error'],
        ['looking up', 'internal-error']
    ])('reports one finding when %s a file fails, and checks the other files', async (fault, code) => {
        const client = await startWith(fault, files);
        await client.diagnostics('bad.sup', codes => codes.length > 0);
        await client.diagnostics('good.sup', codes => codes.length > 0);
        expect([client.codes('bad.sup'), client.codes('good.sup')]).toEqual([[code], ['invalid-value']]);
        // Afterwards the server works as before.
        await client.openFile('good.sup', 'central site NOR {\n  mode: native\n}\n');
        await client.diagnostics('good.sup', codes => codes.length === 0);
        expect(client.process.exitCode).toBeNull();
    });
});
