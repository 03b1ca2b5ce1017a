import { expect, onTestFinished, test } from 'vitest';
import { byRunLength } from '../support/run-length.js';
import { MeasuredServer } from '../support/measured-server.js';

// An editor that restores a session opens many documents at once, and an edit of all files changes them at once. The server analyzes them a few times, not once for each document.

const count = byRunLength({ short: 500, long: 6_000 });
/** The messages may arrive in parts, and each part has an analysis of its own. */
const few = 6;
const first = 'file:///nowhere/first.sup';
const uriOf = (i: number): string => `file:///nowhere/${i}.sup`;
const textOf = (i: number, mode: string): string => `hierarchy H${i}\ncentral site CEN {\n  mode: ${mode}\n}\n`;

test('analyzes many documents that are opened, changed and closed at once in a few analyses', async () => {
    const server = await MeasuredServer.start();
    // The analysis of the start.
    await server.open(first, textOf(0, 'native'));
    let analyses = 0;
    const published: string[] = [];
    const unsubscribe = server.onMessage(({ method, params }) => {
        analyses += method === 'sup/previewChanged' ? 1 : 0;
        if (method === 'textDocument/publishDiagnostics' && (params as { uri: string }).uri !== first) {
            published.push((params as { uri: string }).uri);
        }
    });
    onTestFinished(unsubscribe);
    const all = Array.from({ length: count }, (_, i) => i);
    const send = async (method: string, diagnosed: number, paramsOf: (i: number) => object): Promise<void> => {
        analyses = 0;
        published.length = 0;
        server.together(() => all.forEach(i => server.notify(method, paramsOf(i))));
        await expect.poll(() => new Set(published).size, { timeout: 60_000 }).toBe(diagnosed);
        // All diagnostics are published before the analysis ends.
        await expect.poll(() => analyses, { timeout: 60_000 }).toBeGreaterThan(0);
    };
    await send('textDocument/didOpen', count, i => ({ textDocument: { uri: uriOf(i), languageId: 'sup', version: 1, text: textOf(i, 'nativ') } }));
    expect(analyses).toBeLessThan(few);
    await send('textDocument/didChange', count, i => ({ textDocument: { uri: uriOf(i), version: 2 }, contentChanges: [{ text: textOf(i, 'mixd') }] }));
    expect(analyses).toBeLessThan(few);
    // The diagnostics of files that are not on disk are removed.
    await send('textDocument/didClose', count, i => ({ textDocument: { uri: uriOf(i) } }));
    // The documents are looked for on disk, which may take longer than a turn of the event loop.
    expect(analyses).toBeLessThan(few);
}, 180_000);

test('a request right after many changes sees the newest version of all documents', async () => {
    const server = await MeasuredServer.start();
    await server.open(first, textOf(0, 'native'));
    const open = (i: number, text: string): void => server.notify('textDocument/didOpen', { textDocument: { uri: uriOf(i), languageId: 'sup', version: 1, text } });
    const { answer } = server.together(() => {
        for (let i = 1; i < 50; i++) {
            open(i, `hierarchy Many\nprimary site B${i} reports to TOP\n`);
        }
        open(50, 'hierarchy Many\ncentral site TOP { mode: native }\n');
        server.notify('textDocument/didChange', { textDocument: { uri: uriOf(50), version: 2 }, contentChanges: [{ text: 'hierarchy Many\ncentral site NEW { mode: native }\n' }] });
        return server.request('workspace/symbol', { query: '' });
    });
    const names = ((await answer).result as { name: string }[]).map(({ name }) => name);
    expect(names).toContain('NEW');
    expect(names).toContain('B49');
    expect(names).not.toContain('TOP');
});

test('a hover right after a change of another file of the hierarchy shows the change', async () => {
    const server = await MeasuredServer.start();
    const [top, branch] = ['file:///nowhere/top.sup', 'file:///nowhere/branch.sup'];
    // Parsing these sites takes longer than one chunk.
    const rest = Array.from({ length: 300 }, (_, i) => `primary site ${(1_296 + i).toString(36)} reports to CEN { clients: ${i} intranet }\n`).join('');
    const textOfTop = (title: string): string => `hierarchy One\n${rest.replaceAll('clients', `clients "${title}" { count: 1 } clients`)}central site CEN "${title}" {\n}\n`;
    await server.open(top, textOfTop('Before'));
    await server.open(branch, 'hierarchy One\nprimary site BRA reports to CEN {\n}\n');
    const change = (version: number, text: string): void => server.notify('textDocument/didChange', { textDocument: { uri: top, version }, contentChanges: [{ text }] });
    const { answer } = server.together(() => {
        change(2, textOfTop('Half of'));
        change(3, textOfTop('After'));
        return server.request('textDocument/hover', { textDocument: { uri: branch }, position: { line: 1, character: 28 } });
    });
    expect(JSON.stringify((await answer).result)).toContain('After');
});

test('the preview of a hierarchy of hundreds of open documents takes about as much time as opening them', async () => {
    const files = 600;
    const timeFor = async (header: (i: number) => string): Promise<number> => {
        const server = await MeasuredServer.start();
        await server.open(first, 'hierarchy Many\ncentral site CEN\n');
        const { processor } = await server.usage();
        const { answer } = server.together(() => {
            for (let i = 0; i < files; i++) {
                server.notify('textDocument/didOpen', { textDocument: { uri: uriOf(i), languageId: 'sup', version: 1, text: `hierarchy ${header(i)}\nprimary site ${(1_296 + i).toString(36)} reports to CEN\n` } });
            }
            return server.request('sup/preview', { textDocument: { uri: uriOf(0) } });
        });
        expect((await answer).result).not.toBeNull();
        return (await server.usage()).processor - processor;
    };
    const apart = await timeFor(i => `H${i}`);
    expect(await timeFor(() => 'Many')).toBeLessThan(3 * apart + 500);
}, 120_000);
