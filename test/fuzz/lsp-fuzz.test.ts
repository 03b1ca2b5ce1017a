import { describe, expect, onTestFinished, test } from 'vitest';
import { resultShapes, sentShapes } from '../support/lsp-schema.js';
import { byRunLength } from '../support/run-length.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { fuzz, newWorld } from './fuzz.js';
import { fuzzSeed } from './seed.js';
import { faultOfAnswer, faultOfSent } from './judge.js';
import { Mirror } from './mirror.js';
import { ClientMessages } from './client-messages.js';
import { Watchdog } from './watchdog.js';
import { Wire } from './wire.js';

// Sends random messages to the server process, which must answer any message, in any order, according to the protocol.

const count = Number(process.env['SUP_FUZZ_MESSAGES'] ?? byRunLength({ short: 500, long: 20_000 }));
const first = fuzzSeed(700);
/** A seed that is set reproduces a failure, and runs alone. */
const seeds = process.env['SUP_FUZZ_SEED'] ? [first] : Array.from({ length: byRunLength({ short: 3, long: 5 }) }, (_, i) => first + i);

describe('the language server under random messages', () => {
    test.each(seeds)(`keeps to the protocol during ${count} messages from seed %i`, async seed => {
        const replay = `SUP_FUZZ_SEED=${seed} SUP_FUZZ_MESSAGES=${count}`;
        console.info(replay);
        const faults = await fuzz(seed, count);
        expect(faults.map(({ what, lastMessages }) => `${what}\n  after\n  ${lastMessages.join('\n  ')}\n`).join('\n'), `${replay} reproduces it`).toBe('');
    }, 120_000 + count * 60);

    test('receives the same messages again from the same seed', () => {
        expect(messages(7)).toEqual(messages(7));
        expect(messages(7)).not.toEqual(messages(8));
    });
});

/** The messages of a seed, with the names of temporary folders replaced. */
function messages(from: number): readonly string[] {
    const world = newWorld(from);
    onTestFinished(() => world.disk.delete());
    const client = new ClientMessages(world, new Set());
    return Array.from({ length: 1_000 }, (_, i) => {
        const outgoing = client.next();
        if (outgoing.kind === 'notification') {
            world.mirror.sent(i, outgoing.method, outgoing.params);
        }
        return JSON.stringify(outgoing).replaceAll(/sup-fuzz-\w+/g, 'folder');
    });
}

const range = (startLine: number, startCharacter: number, endLine: number, endCharacter: number): object =>
    ({ start: { line: startLine, character: startCharacter }, end: { line: endLine, character: endCharacter } });
const symbol = { name: 'AAA', kind: 5, range: range(0, 0, 2, 0), selectionRange: range(0, 5, 0, 8) };
const edit = (...of: [number, number, number, number]): object => ({ range: range(...of), newText: 'x' });
const diagnostic = { range: range(0, 0, 0, 3), message: 'Wrong.', severity: 1, source: 'sup', code: 'rule' };

/** A valid answer to each method, and invalid ones. */
const answers: readonly [method: string, right: unknown, wrong: readonly unknown[]][] = [
    ['textDocument/hover', { contents: { kind: 'markdown', value: 'x' }, range: range(0, 0, 0, 1) }, [{}, { contents: 5 }, { contents: 'x', range: range(0, 2, 0, 1) }, undefined]],
    ['textDocument/completion', { isIncomplete: false, items: [{ label: 'x', textEdit: edit(0, 0, 0, 1) }] }, [{ items: [] }, [{ label: '' }], [{ label: 'x', kind: 26 }], [{ label: 'x', textEdit: { newText: 'x' } }], [{ label: 'x', textEdit: edit(0, 0, 1, 0) }]]],
    ['textDocument/definition', [{ uri: 'file:///a', range: range(0, 0, 0, 1) }], [[{ uri: 'file:///a' }], [{ uri: 'file:///a', range: range(1, 0, 0, 5) }], [{ range: range(0, 0, 0, 1) }]]],
    ['textDocument/documentSymbol', [symbol], [[{ ...symbol, name: ' ' }], [{ ...symbol, selectionRange: range(0, 5, 3, 0) }], [{ ...symbol, kind: 0 }], [{ ...symbol, children: [{ ...symbol, name: '' }] }]]],
    ['textDocument/foldingRange', [{ startLine: 0, endLine: 2 }], [[{ startLine: 2, endLine: 0 }], [{ startLine: -1, endLine: 0 }], [{ startLine: 0.5, endLine: 1 }]]],
    ['textDocument/formatting', [edit(0, 0, 0, 1), edit(0, 1, 0, 2)], [[edit(0, 0, 0, 2), edit(0, 1, 0, 3)], [{ range: range(0, 0, 0, 1) }], [edit(0, 0, 0, 2 ** 31)], 'none']],
    ['textDocument/rename', { changes: { 'file:///a': [edit(0, 0, 0, 1)] } }, [{}, { changes: { 'file:///a': [edit(0, 0, 0, 2), edit(0, 1, 0, 2)] } }, { documentChanges: [{ kind: 'delete', uri: 'file:///a' }] }, []]],
    ['textDocument/codeAction', [{ title: 'Fix', kind: 'quickfix', edit: { changes: {} } }], [[{ title: 'Fix', kind: 'quickfix' }], [{ title: '', edit: { changes: {} } }], [{ title: 'Fix', edit: { changes: { a: [{}] } } }]]],
    ['textDocument/codeLens', [{ range: range(0, 0, 0, 0), command: { title: 'Run', command: 'run' } }], [[{ range: range(0, 0, 0, 0) }], [{ range: range(0, 0, 1, 0), command: { title: 'Run', command: 'run' } }]]],
    ['workspace/symbol', [{ name: 'AAA', kind: 5, location: { uri: 'file:///a', range: range(0, 0, 0, 1) } }], [[{ name: 'AAA', kind: 5 }], [{ name: '', kind: 5, location: { uri: 'file:///a', range: range(0, 0, 0, 1) } }]]]
];

describe('the check of server messages', () => {
    test.each(answers)('distinguishes valid answers to %s from invalid ones', (method, right, wrong) => {
        expect(resultShapes[method]!(right)).toBe(true);
        expect(wrong.filter(value => resultShapes[method]!(value))).toEqual([]);
    });

    test('distinguishes valid diagnostics from invalid ones', () => {
        const is = (value: object): boolean => sentShapes['textDocument/publishDiagnostics']!({ uri: 'file:///a', version: 1, diagnostics: [value] });
        expect(is(diagnostic)).toBe(true);
        const bad = [{ message: '' }, { message: 'half \ud800' }, { message: 'a\0b' }, { severity: 5 }, { range: range(0, 3, 0, 0) }, { range: undefined }, { relatedInformation: [{ message: 'x' }] }];
        expect(bad.filter(change => is({ ...diagnostic, ...change }))).toEqual([]);
    });

    test('accepts diagnostics only for versions that the server may still consider current', () => {
        const mirror = openedAt(3, 'hierarchy A');
        const faultOf = (version: number | undefined, known: number, at = range(0, 0, 0, 3)): string | undefined =>
            faultOfSent({ method: 'textDocument/publishDiagnostics', params: { uri, version, diagnostics: [{ ...diagnostic, range: at }] } }, known, mirror);
        expect([faultOf(1, 3), faultOf(undefined, 2)]).toEqual([undefined, undefined]);
        expect(faultOf(undefined, 3)).toContain('where the client has 1');
        expect(faultOf(2, 3)).toContain('is about version 2');
        expect(faultOf(1, 3, range(0, 0, 0, 12))).toContain('outside of version 1');
        expect(faultOf(1, 3, range(1, 0, 1, 0))).toContain('outside of version 1');
        mirror.sent(4, 'textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'short' }] });
        expect([faultOf(1, 3), faultOf(2, 3), faultOf(2, 4)]).toEqual([undefined, undefined, undefined]);
        expect(faultOf(1, 4)).toContain('where the client has 2');
    });

    test('accepts an error only if the request may fail with it', () => {
        const mirror = openedAt(3, 'hierarchy A');
        const asked = { method: 'textDocument/hover', params: { textDocument: { uri } }, number: 4, isForged: false, isCancelled: false };
        const faultOf = (code: number, message: string, of: Partial<typeof asked> = {}): string | undefined => faultOfAnswer({ ...asked, ...of }, { error: { code, message } }, mirror);
        expect([faultOf(-32801, ''), faultOf(-32800, '', { isCancelled: true }), faultOf(-32602, '', { isForged: true })]).toEqual([undefined, undefined, undefined]);
        expect([faultOf(-32802, 'No document found', { number: 2 }), faultOf(-32803, 'X cannot be a site code: …', { method: 'textDocument/rename' })]).toEqual([undefined, undefined]);
        const wrong = [faultOf(-32603, 'failed'), faultOf(-32800, ''), faultOf(-32602, ''), faultOf(-32802, 'No document found'), faultOf(-32803, 'X cannot be a site code: …'), faultOf(-32601, '')];
        expect(wrong.filter(fault => fault === undefined)).toEqual([]);
        expect(faultOfAnswer({ ...asked, isForged: true }, { result: null }, mirror)).toContain('forged');
        expect(faultOfAnswer(asked, { result: { contents: 'x', range: range(0, 0, 7, 0) } }, mirror)).toContain('outside of the document');
    });
});

const uri = 'file:///a%2Bb.sup';
/** A document that was opened by the message with this number, under another spelling of the URI. */
function openedAt(number: number, text: string): Mirror {
    const mirror = new Mirror();
    mirror.sent(number, 'textDocument/didOpen', { textDocument: { uri: 'file:///a+b.sup', version: 1, text } });
    return mirror;
}

describe('the supervision of a server', () => {
    test('the watchdog names the overdue answer', async () => {
        const overdue = new Promise<string>(resolve => {
            const watchdog = new Watchdog(40, resolve);
            watchdog.awaits(1, 'the first answer');
            watchdog.awaits(2, 'the second answer');
            watchdog.arrived(1);
        });
        expect(await overdue).toContain('without the second answer');
    });

    test.each([['process.exit(3)', 'has ended (3)'], ['console.error("oh")', 'oh'], ['process.stdout.write("Content-Length: 2\\r\\n\\r\\n{]")', 'a malformed message']])('reports the fault of a server that runs %s', async (script, expected) => {
        const folder = temporaryFolder({ 'server.cjs': script });
        const why = await new Promise<string>(resolve => new Wire({ receive: () => undefined, broken: resolve }, `${folder}/server.cjs`));
        expect(why).toContain(expected);
    });
});
