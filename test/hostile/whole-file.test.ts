import { expect, test } from 'vitest';
import type { Position } from 'vscode-languageserver-types';
import { MeasuredServer } from '../support/measured-server.js';
import { besideHover, documentsOfToday, openOther, size, uri } from './whole-file/beside-hover.js';
import { hostileDocuments } from './whole-file/documents.js';

// Requests about a whole hostile document do not delay a hover in another file, have answers of a limited size, need about as much processor time
// as opening the document, and stop when they are cancelled. `npm test` sends them for some documents, chosen by the day of the month.

/** The processor time of an answer: a multiple of that of opening the document, and milliseconds that do not depend on it. */
const limits = { factor: 3, milliseconds: 1_000 } as const;

const capabilities = { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } };

function requestsFor(text: string, diagnostics: readonly unknown[]): readonly (readonly [method: string, params: object])[] {
    const lines = text.split(/\r\n?|\n/);
    const end: Position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end };
    const options = { tabSize: 2, insertSpaces: true };
    const position = { line: 0, character: 13 };
    return [
        ['textDocument/codeAction', { textDocument, range, context: { diagnostics } }],
        ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['source.fixAll'] } }],
        ['textDocument/documentSymbol', { textDocument }],
        ['textDocument/foldingRange', { textDocument }],
        ['textDocument/codeLens', { textDocument }],
        ['textDocument/semanticTokens/full', { textDocument }],
        ['textDocument/semanticTokens/range', { textDocument, range }],
        ['textDocument/formatting', { textDocument, options }],
        ['textDocument/rangeFormatting', { textDocument, range, options }],
        ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
        ['textDocument/rename', { textDocument, position, newName: 'ZZZ' }],
        ['workspace/symbol', { query: '' }]
    ];
}

test.each(documentsOfToday(4))('answers requests about $name without delaying others', async ({ make }) => {
    const server = await MeasuredServer.start(capabilities);
    await openOther(server);
    const text = make(size);
    const before = await server.usage();
    await server.open(uri, text);
    let last = await server.usage();
    const most = limits.factor * (last.processor - before.processor) + limits.milliseconds;
    for (const [method, params] of requestsFor(text, server.diagnostics.get(uri)!)) {
        await besideHover(server, method, params);
        const usage = await server.usage();
        expect(usage.processor - last.processor, method).toBeLessThan(most);
        last = usage;
    }
}, 120_000);

test('does not compute the answer to a request that is cancelled', async () => {
    const server = await MeasuredServer.start(capabilities);
    const text = hostileDocuments.find(({ name }) => name === 'internet software update points')!.make(size);
    await server.open(uri, text);
    const [method, params] = requestsFor(text, server.diagnostics.get(uri)!)[0]!;
    const start = await server.usage();
    await server.request(method, params).answer;
    const whole = await server.usage();
    const { answer } = server.together(() => {
        const sent = server.request(method, params);
        server.notify('$/cancelRequest', { id: sent.id });
        return sent;
    });
    expect((await answer).error).toMatchObject({ code: -32_800 });
    const cancelled = await server.usage();
    expect(cancelled.processor - whole.processor).toBeLessThan((whole.processor - start.processor) / 2 + 50);
});
