import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { temporaryFolder } from '../support/temp-folder.js';
import { Editor } from './server/editor.js';
import { inTurns } from './server/turns.js';

const text = 'one\ntwo\nthree\nfour!\n';
const document = {
    languageId: 'test', files: new Map(), name: 'test.txt', text, typed: '!', faultLine: 3,
    middle: { line: 1, character: 3 }, neighbour: { line: 2, character: 5 }, cursor: { line: 1, character: 1 }
};
const server = { command: process.execPath, args: [join(root, 'test', 'support', 'stale-server.mjs')], isMistake: () => true };

test('waits for the diagnostics of the keystroke, not for older ones', async () => {
    const editor = new Editor(server, temporaryFolder(), document);
    onTestFinished(() => editor.client.stop());
    await editor.client.initialize();
    await editor.open();
    for (const _ of ['typed', 'taken away']) {
        let isOver = false;
        const keystroke = editor.keystroke().then(() => isOver = true);
        await editor.client.request('test/nothing', {});
        expect(isOver).toBe(false);
        await editor.client.request('test/truth', { uri: editor.uri });
        await keystroke;
    }
});

test('reports a missing server by its path, without ending the benchmark', async () => {
    const { client } = new Editor({ ...server, command: join(root, 'no-such-server') }, temporaryFolder(), document);
    await expect(client.initialize()).rejects.toThrow(/no-such-server/);
    await client.stop();
});

test('gives up a server that ends, with the reason, and measures the others', async () => {
    const reasons: string[] = [];
    const works = { good: () => Promise.resolve(7), bad: () => Promise.reject(new Error('the server ended')) };
    expect(await inTurns('start', { most: 3, enough: 0 }, works, (what, serverName, reason) => reasons.push(`${what} ${serverName} ${String(reason)}`)))
        .toEqual({ good: [7, 7, 7], bad: undefined });
    expect(reasons).toEqual(['start bad Error: the server ended']);
});
