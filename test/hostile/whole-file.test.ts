import { expect, test } from 'vitest';
import { LSPErrorCodes, RequestType, RequestType0 } from 'vscode-languageserver-protocol';
import * as protocol from '@sup/protocol/server';
import { MeasuredServer } from '../support/measured-server.js';
import type { JsonRpcMessage } from '../support/transport.js';
import { byRunLength } from '../support/run-length.js';
import { hostileDocuments } from './whole-file/documents.js';
import { atPlace, cancelledByTest, requestsAbout } from './whole-file/requests.js';

// Requests about a whole hostile document do not delay a hover in another file, have answers of a limited size, need about as much processor time
// as opening the document, and stop when they are cancelled. `npm test` sends them for some documents, chosen by the day of the month.

const size = 100_000;
const shown = byRunLength({ short: 4, long: hostileDocuments.length });
const first = new Date().getDate() * 7;
const documents = Array.from({ length: shown }, (_, i) => hostileDocuments[(first + i * 13) % hostileDocuments.length]!);
const tested = byRunLength({ short: documents, long: [...hostileDocuments] });

/** The processor time of an answer: a multiple of that of opening the document, and milliseconds that do not depend on it. Memory in megabytes. */
const limits = { factor: 3, milliseconds: 2_000, characters: 2_000_000, memory: 512, short: 60 } as const;

const { RequestCancelled } = LSPErrorCodes;
const [uri, other] = ['file:///nowhere/hostile.sup', 'file:///nowhere/other.sup'];
const capabilities = { textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } } };

test.each(tested)('answers requests about $name without delaying others', async ({ make }) => {
    const server = await MeasuredServer.start(capabilities);
    await server.open(other, 'hierarchy Other\ncentral site OTH {\n  mode: native\n}\n');
    const text = make(size);
    const before = await server.usage();
    await server.open(uri, text);
    let last = await server.usage();
    const most = limits.factor * (last.processor - before.processor) + limits.milliseconds;
    const hover = { textDocument: { uri: other }, position: { line: 2, character: 3 } };
    for (const [method, params] of requestsAbout(uri, text, server.diagnostics.get(uri)!)) {
        const order: string[] = [];
        const ask = (name: string, about: object | undefined): { readonly id: number; readonly answer: Promise<JsonRpcMessage> } => {
            const { id, answer } = server.request(name, about);
            return { id, answer: answer.then(message => { order.push(name); return message; }) };
        };
        const [asked, hovered] = server.together(() => [ask(method, params), ask('textDocument/hover', hover)]);
        expect((await hovered.answer).result, method).not.toBeNull();
        if (cancelledByTest.has(method)) {
            server.notify('$/cancelRequest', { id: asked.id });
        }
        const answer = await asked.answer;
        // A short answer may be complete before the next message is read.
        const isShort = (await server.usage()).processor - last.processor < limits.short;
        expect(isShort || atPlace.has(method) || order[0] === 'textDocument/hover', `${method} delays others`).toBe(true);
        expect([undefined, RequestCancelled], method).toContain(answer.error?.code);
        expect(JSON.stringify(answer).length, method).toBeLessThan(limits.characters);
        const usage = await server.usage();
        expect(usage.processor - last.processor, method).toBeLessThan(most);
        expect(usage.memory, method).toBeLessThan(limits.memory);
        last = usage;
    }
}, 300_000);

test('sends every request that the client can send', () => {
    const sent = new Set(requestsAbout(uri, '', [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, message: 'x', code: 'x' }]).map(([method]) => method));
    const own = Object.values(protocol as Record<string, unknown>).flatMap(type => type instanceof RequestType || type instanceof RequestType0 ? type.method : []);
    expect(own.filter(method => !sent.has(method))).toEqual([]);
});

test('does not compute the answer to a request that is cancelled', async () => {
    const server = await MeasuredServer.start(capabilities);
    const text = hostileDocuments.find(({ name }) => name === 'internet software update points')!.make(size);
    await server.open(uri, text);
    const [method, params] = requestsAbout(uri, text, server.diagnostics.get(uri)!)[0]!;
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
