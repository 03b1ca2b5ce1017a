import { afterEach, describe, expect, test } from 'vitest';
import { startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';

let extension: Awaited<ReturnType<typeof startExtension>>;
afterEach(() => extension.deactivate());

async function show(uri: string, languageId = 'sup'): Promise<EditorStub> {
    extension = await startExtension('ok');
    const { editor } = extension;
    await editor.until(() => editor.status?.text === 'SUP: checking');
    editor.putCursor(uri, 0, languageId);
    return editor;
}

describe('the status item of levels', () => {
    test('names the rules that the command line judges otherwise, and opens the setting', async () => {
        const editor = await show('file:///stricter.sup');
        await editor.until(() => editor.statusItems.has('sup.editorLevels') && editor.statusItems.get('sup.editorLevels')!.detail !== undefined);
        expect(editor.statusItems.get('sup.editorLevels')).toMatchObject({
            text: 'SUP: 5 levels only in this editor',
            detail: 'The command line does not use your setting sup.rules for rule-a, rule-b, rule-c and 2 more.',
            command: { command: 'workbench.action.openSettings', arguments: ['sup.rules'] }
        });
    });

    test('names the entries that the file of the plan leaves without effect', async () => {
        const editor = await show('file:///overruled.sup');
        await editor.until(() => editor.statusItems.get('sup.editorLevels')?.detail !== undefined);
        expect(editor.statusItems.get('sup.editorLevels')).toMatchObject({ text: 'SUP: sup.config.json sets the levels', detail: 'Your setting sup.rules has no effect on rule-a.' });
    });

    test('disappears for a plan that both judge in the same way, and for other files', async () => {
        const editor = await show('file:///overruled.sup');
        for (const [uri, language] of [['file:///same.sup', 'sup'], ['file:///overruled.sup', 'plaintext']] as const) {
            editor.putCursor('file:///overruled.sup', 0);
            await editor.until(() => editor.statusItems.has('sup.editorLevels'));
            editor.putCursor(uri, 0, language);
            await expect.poll(() => editor.statusItems.has('sup.editorLevels')).toBe(false);
        }
    });
});
