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

    test('asks for files and the layout, shows what would be written, and then the problems', async () => {
        editor.dialogs.chosen.push([uri('sites.json'), uri('roles.json')]);
        await editor.run('sup.importHierarchy');
        expect(editor.created).toEqual([{ uri: plan, overwrite: false, needsConfirmation: true }]);
        expect(JSON.parse(editor.written.get(plan)!)).toEqual({ files: ['file:///exports/sites.json', 'file:///exports/roles.json'], folder: 'file:///', branches: true });
        expect(editor.shown).toMatchObject([{ uri: plan, as: 'editor' }]);
        expect(editor.workbenchCommands).toEqual(['workbench.actions.view.problems']);
        expect(editor.dialogs.messages).toEqual([]);
        expect(editor.progress.at(-1)).toMatchObject({ title: 'Importing', isCancellable: true });
    });

    test('shows what the user should check', async () => {
        editor.dialogs.chosen.push([uri('sites.csv')]);
        await editor.run('sup.importHierarchy');
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'warning', text: 'check the accents (and 1 more in the output)' }]);
        expect(editor.log.slice(-2)).toEqual(['check the accents', 'check the order']);
    });

    test('shows why there is no plan', async () => {
        editor.dialogs.chosen.push([uri('broken.json')]);
        await editor.run('sup.importHierarchy');
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'error', text: 'Nothing was imported: broken.json is not an export' }]);
        expect(editor.edits).toEqual([]);
    });

    test('replaces no file', async () => {
        editor.written.set(plan, 'mine');
        editor.dialogs.chosen.push([uri('sites.json')]);
        await editor.run('sup.importHierarchy');
        expect(editor.dialogs.messages.map(({ text }) => text)).toEqual(['Nothing was imported: /nordvik.sup exists already, and an import writes only new files. Move it, or choose another folder.']);
        expect(editor.written.get(plan)).toBe('mine');
        expect(editor.edits).toEqual([]);
    });

    test('opens nothing if the user does not want what is shown, or presses Escape before', async () => {
        editor.appliesEdits = false;
        editor.dialogs.chosen.push([uri('sites.json')], undefined);
        await editor.run('sup.importHierarchy');
        await editor.run('sup.importHierarchy');
        expect(editor.edits).toHaveLength(1);
        expect(editor.shown).toEqual([]);
        expect(editor.dialogs.messages).toEqual([]);
    });
});
