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

describe('the report on whether a site needs its own software update point', () => {
    const report = { text: '# Does BER need its own software update point?', as: 'preview' };

    test('opens the report for the site at the cursor', async () => {
        await start();
        editor.putCursor('file:///harbour.sup', 20);
        await editor.run('sup.adviseUpdatePoint');
        expect(editor.shown).toMatchObject([report]);
    });

    test('opens the report for the site of a code lens, regardless of the cursor', async () => {
        await start();
        await editor.run('sup.adviseUpdatePoint', { textDocument: { uri: 'file:///harbour.sup' }, position: { line: 20, character: 0 } });
        expect(editor.shown).toMatchObject([report]);
    });

    test('explains that the report requires a secondary site', async () => {
        await start();
        editor.putCursor('file:///harbour.sup', 3);
        await editor.run('sup.adviseUpdatePoint');
        expect(editor.shown).toEqual([]);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'information', text: 'There is no secondary site here. Place the cursor in one.' }]);
    });

    test('opens the report as text if there is no Markdown preview', async () => {
        await start();
        editor.hasMarkdownPreview = false;
        editor.putCursor('file:///harbour.sup', 20);
        await editor.run('sup.adviseUpdatePoint');
        expect(editor.shown).toMatchObject([{ ...report, as: 'editor', uri: expect.stringContaining('.md?') }]);
    });
});

describe('the report on single points of failure', () => {
    test('shows the progress of the report, then opens it', async () => {
        await start();
        editor.putCursor('file:///harbour.sup', 0);
        await editor.run('sup.sweep');
        expect(editor.progress).toMatchObject([{ title: 'Simulating the failure of each server and link', isCancellable: true, increments: [10, 30] }]);
        expect(editor.shown).toMatchObject([{ text: '# Single points of failure of Harbour', as: 'preview' }]);
    });

    test('shows no message when the report is cancelled', async () => {
        await start();
        editor.putCursor('file:///slow.sup', 0);
        const done = editor.run('sup.sweep');
        await editor.until(() => editor.progress[0]?.increments.length === 2);
        editor.progress[0]!.cancel();
        await done;
        expect(editor.shown).toEqual([]);
        expect(editor.dialogs.messages).toEqual([]);
    });

    test('reports a file that does not belong to a hierarchy', async () => {
        await start();
        editor.putCursor('file:///unknown.sup', 0);
        await editor.run('sup.sweep');
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'information', text: 'This file does not belong to a hierarchy.' }]);
    });

    test('offers a restart if the server has stopped', async () => {
        await start('dies at start');
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        editor.putCursor('file:///harbour.sup', 0);
        await editor.run('sup.sweep');
        expect(editor.dialogs.messages.at(-1)).toMatchObject({ kind: 'error', actions: ['Restart', 'Show Output'] });
    });
});

test.each(['sup.adviseUpdatePoint', 'sup.sweep'])('%s requires an open plan', async command => {
    await start();
    await editor.run(command);
    editor.putCursor('file:///a.json', 0, 'json');
    await editor.run(command);
    expect(editor.dialogs.messages.map(({ text }) => text)).toEqual(Array(2).fill('Open a plan (a .sup file) first.'));
});
