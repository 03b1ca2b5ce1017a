import { afterEach, describe, expect, test } from 'vitest';
import { startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

async function start(behaviour: Parameters<typeof startExtension>[0] = 'ok'): Promise<void> {
    extension = await startExtension(behaviour);
    editor = extension.editor;
}

afterEach(() => extension.deactivate());

describe('the question whether a site needs its own software update point', () => {
    const report = { text: '# Does BER need its own software update point?', as: 'preview' };

    test('is answered where the cursor is', async () => {
        await start();
        editor.putCursor('file:///harbour.sup', 20);
        await editor.run('sup.adviseUpdatePoint');
        expect(editor.shown).toMatchObject([report]);
    });

    test('is answered for a code lens, wherever the cursor is', async () => {
        await start();
        await editor.run('sup.adviseUpdatePoint', { textDocument: { uri: 'file:///harbour.sup' }, position: { line: 20, character: 0 } });
        expect(editor.shown).toMatchObject([report]);
    });

    test('needs a secondary site', async () => {
        await start();
        editor.putCursor('file:///harbour.sup', 3);
        await editor.run('sup.adviseUpdatePoint');
        expect(editor.shown).toEqual([]);
        expect(editor.messages).toMatchObject([{ kind: 'information', text: 'There is no secondary site here. Put the cursor into one.' }]);
    });

    test('is answered as text where there is no Markdown preview', async () => {
        await start();
        editor.hasMarkdownPreview = false;
        editor.putCursor('file:///harbour.sup', 20);
        await editor.run('sup.adviseUpdatePoint');
        expect(editor.shown).toMatchObject([{ ...report, as: 'editor', uri: expect.stringContaining('.md?') }]);
    });
});

describe('the search for single points of failure', () => {
    test('shows how far it is, then what it found', async () => {
        await start();
        editor.putCursor('file:///harbour.sup', 0);
        await editor.run('sup.sweep');
        expect(editor.progress).toMatchObject([{ title: 'Letting each server and link fail in turn', isCancellable: true, increments: [10, 30] }]);
        expect(editor.shown).toMatchObject([{ text: '# Single points of failure of Harbour', as: 'preview' }]);
    });

    test('can be cancelled, and then says nothing', async () => {
        await start();
        editor.putCursor('file:///slow.sup', 0);
        const done = editor.run('sup.sweep');
        await editor.until(() => editor.progress[0]?.increments.length === 2);
        editor.progress[0]!.cancel();
        await done;
        expect(editor.shown).toEqual([]);
        expect(editor.messages).toEqual([]);
    });

    test('says that a file is not a plan of a hierarchy', async () => {
        await start();
        editor.putCursor('file:///unknown.sup', 0);
        await editor.run('sup.sweep');
        expect(editor.messages).toMatchObject([{ kind: 'information', text: 'This file is not one of a hierarchy.' }]);
    });

    test('offers a restart where the server has stopped', async () => {
        await start('dies at start');
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        editor.putCursor('file:///harbour.sup', 0);
        await editor.run('sup.sweep');
        expect(editor.messages.at(-1)).toMatchObject({ kind: 'error', actions: ['Restart', 'Show Output'] });
    });
});

test.each(['sup.adviseUpdatePoint', 'sup.sweep'])('%s asks for a plan where none is open', async command => {
    await start();
    await editor.run(command);
    editor.putCursor('file:///a.json', 0, 'json');
    await editor.run(command);
    expect(editor.messages.map(({ text }) => text)).toEqual(Array(2).fill('Open a plan first: a file that ends in .sup.'));
});
