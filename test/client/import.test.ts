import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';
import { Uri } from '../support/vscode-values.js';

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

beforeEach(async () => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.until(() => editor.contexts.get('sup.serverState') === 'running');
});
afterEach(() => extension.deactivate());

/** The window's folder is the root, whose path ends with a slash already. */
const plan = 'file:////nordvik.sup';
const uri = (name: string): Uri => new Uri(`file:///exports/${name}`);

test('opens a copy of the export script', async () => {
    await editor.run('sup.getExportScript');
    expect(editor.texts).toEqual([{ language: 'plaintext', content: 'content of file:///extension/docs/Export-SupHierarchy.ps1' }]);
});

describe('importing a hierarchy', () => {
    beforeEach(() => {
        editor.dialogs.pick = labels => labels.find(label => label === 'One file for each branch');
    });

    /** Runs the command, and answers its question. */
    async function answering(answer: string | undefined): Promise<void> {
        const running = editor.run('sup.importHierarchy');
        await editor.until(() => editor.dialogs.messages.length > 0);
        editor.dialogs.messages[0]!.choose(answer);
        await running;
    }

    test('asks for files and the layout, shows the plan, writes it after consent, and shows its problems', async () => {
        editor.dialogs.chosen.push([uri('sites.json'), uri('roles.json')]);
        await answering('Write');
        const [preview, written] = editor.shown;
        expect(editor.dialogs.messages.map(({ kind, text }) => [kind, text])).toEqual([['information', 'Write this plan to /nordvik.sup?']]);
        expect(JSON.parse(preview!.text)).toEqual({ files: ['file:///exports/sites.json', 'file:///exports/roles.json'], folder: 'file:///', branches: true });
        expect(editor.written.get(plan)).toBe(preview!.text);
        expect(written).toMatchObject({ uri: plan, as: 'editor' });
        expect(editor.workbenchCommands).toEqual(['workbench.actions.view.problems']);
        expect(editor.progress.at(-1)).toMatchObject({ title: 'Importing', isCancellable: true });
    });

    test('shows the messages to check with the question', async () => {
        editor.dialogs.chosen.push([uri('sites.csv')]);
        await answering(undefined);
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'warning', text: 'Write this plan to /nordvik.sup? sites.csv is not UTF-8. Check the order.' }]);
        expect(editor.log.slice(-2)).toEqual(['sites.csv is not UTF-8', 'check the order']);
    });

    test('shows why there is no plan', async () => {
        editor.dialogs.chosen.push([uri('broken.json')]);
        await editor.run('sup.importHierarchy');
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'error', text: 'Nothing was imported: broken.json is not an export', actions: ['Choose Other Files'] }]);
        expect(editor.shown).toEqual([]);
        editor.dialogs.chosen.push([uri('roles.json')]);
        editor.dialogs.messages[0]!.choose('Choose Other Files');
        await editor.until(() => editor.dialogs.messages.length === 2);
        expect(editor.dialogs.messages[1]).toMatchObject({ text: 'Write this plan to /nordvik.sup?' });
    });

    test('replaces no file', async () => {
        editor.written.set(plan, 'mine');
        editor.dialogs.chosen.push([uri('sites.json')]);
        await answering('Write');
        expect(editor.dialogs.messages.map(({ text }) => text)).toEqual(['Write this plan to /nordvik.sup?', 'Nothing was written: /nordvik.sup exists already, and an import writes only new files. Move it, or choose another folder.']);
        expect(editor.written.get(plan)).toBe('mine');
    });

    test('writes nothing without consent, or after Escape', async () => {
        editor.dialogs.chosen.push([uri('sites.json')], undefined);
        await answering(undefined);
        await editor.run('sup.importHierarchy');
        expect([...editor.written]).toEqual([]);
        expect(editor.dialogs.messages).toHaveLength(1);
    });
});
