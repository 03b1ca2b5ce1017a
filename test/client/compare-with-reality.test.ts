import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';
import { Range, Uri } from '../support/vscode-values.js';

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;
const plan = 'file:///nordvik.sup';

beforeEach(async () => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.until(() => editor.contexts.get('sup.serverState') === 'running');
    editor.putCursor(plan, 0);
});
afterEach(async () => {
    vi.useRealTimers();
    await extension.deactivate();
});

/** Runs the command with an export, and answers its message. */
async function comparing(file: string, answer?: string): Promise<string> {
    editor.dialogs.chosen.push([new Uri(`file:///exports/${file}`)]);
    const running = editor.run('sup.compareWithReality');
    await editor.until(() => editor.dialogs.messages.length > 0);
    const [{ kind, text, choose }] = editor.dialogs.messages as unknown as [{ kind: string; text: string; choose: (answer?: string) => void }];
    choose.call(editor.dialogs.messages[0], answer);
    await running;
    return `${kind}: ${text}`;
}

const shown = (): readonly unknown[] => [...editor.collection.byFile].map(([uri, problems]) => [uri, problems.map(({ range, message, severity, source }) => [range.start.line, message, severity, source])]);

describe('comparing with reality', () => {
    test('shows the differences at the lines of the plan, and sums them up with what could not be compared', async () => {
        expect(await comparing('sup-hierarchy.json')).toBe('information: The plan differs from the export (2026-11-23) in 1 place. Properties that could not be compared: 42.');
        expect(shown()).toEqual([[plan, [[3, 'planned 8530; 80', 1, 'sup']]]]);
        expect(editor.collection.get(new Uri(plan))![0]!.code).toMatchObject({ value: 'plan-differs-from-reality' });
    });

    test('offers to take the value over, for the difference at the cursor only', async () => {
        await comparing('sup-hierarchy.json');
        const fixesAt = async (line: number) => await editor.codeActions!.provideCodeActions({ uri: new Uri(plan) } as never, new Range(line, 0, line, 9) as never, {} as never, {} as never) as unknown as { title: string; edit: { changes: unknown } }[];
        expect((await fixesAt(3)).map(({ title, edit }) => [title, edit.changes])).toEqual([['Take over `80` from reality', [{ uri: plan, newText: '80' }]]]);
        expect(await fixesAt(7)).toEqual([]);
    });

    test('compares again after an edit of the plan, and not after one of another file', async () => {
        await comparing('sup-hierarchy.json');
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        editor.documentChange.fire({ document: { uri: new Uri('file:///other.sup') }, contentChanges: [{}] });
        expect(vi.getTimerCount()).toBe(0);
        editor.documentChange.fire({ document: { uri: new Uri(plan) }, contentChanges: [{}] });
        editor.collection.byFile.clear();
        await vi.runAllTimersAsync();
        vi.useRealTimers();
        await editor.until(() => editor.collection.byFile.size > 0);
        expect(shown()).toHaveLength(1);
    });

    test('states why a comparison has ended that was repeated after an edit, and compares again on request', async () => {
        await comparing('removed.json');
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
        editor.documentChange.fire({ document: { uri: new Uri(plan) }, contentChanges: [{}] });
        await vi.runAllTimersAsync();
        vi.useRealTimers();
        await editor.until(() => editor.dialogs.messages.length === 2);
        expect(shown()).toEqual([]);
        expect(editor.dialogs.messages[1]).toMatchObject({ kind: 'warning', text: 'The comparison with reality has ended, so its differences are no longer shown: removed.json is not an export', actions: ['Compare Again'] });
        editor.dialogs.messages[1]!.choose('Compare Again');
        await editor.until(() => editor.dialogs.messages.length === 3);
        expect(editor.dialogs.messages[2]).toMatchObject({ kind: 'error', text: 'The plan could not be compared: removed.json is not an export' });
    });

    test('removes the differences when the user clears them', async () => {
        await comparing('sup-hierarchy.json', 'Clear');
        expect(shown()).toEqual([]);
    });

    test('shows the comparison in a preview on request', async () => {
        editor.dialogs.chosen.push([new Uri('file:///exports/sup-hierarchy.json')]);
        const running = editor.run('sup.compareWithReality');
        await editor.until(() => editor.dialogs.messages.length > 0);
        editor.dialogs.messages[0]!.choose('Show Picture');
        await running;
        await expect.poll(() => editor.previews.panels.length).toBe(1);
        const panel = editor.previews.panels.at(-1)!;
        panel.send({ kind: 'ready' });
        await editor.until(() => panel.all('compare').length > 0);
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'reality in sup-hierarchy.json' } }]);
    });

    test('replaces the comparison in a preview when the plan is compared with another export', async () => {
        await comparing('sup-hierarchy.json', 'Show Picture');
        await expect.poll(() => editor.previews.panels.length).toBe(1);
        const panel = editor.previews.panels.at(-1)!;
        panel.send({ kind: 'ready' });
        await editor.until(() => panel.all('compare').length > 0);
        editor.dialogs.chosen.push([new Uri('file:///exports/newer.json')]);
        void editor.run('sup.compareWithReality');
        await editor.until(() => panel.all('compare').length > 1);
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'reality in sup-hierarchy.json' } }, { plans: { beforeLabel: 'reality in newer.json' } }]);
        panel.send({ kind: 'end-comparison' });
        await editor.until(() => panel.all('compare').length === 3);
        editor.dialogs.chosen.push([new Uri('file:///exports/newest.json')]);
        void editor.run('sup.compareWithReality');
        await editor.until(() => editor.dialogs.messages.length === 3);
        expect(panel.all('compare')).toHaveLength(3);
    });

    test('opens the list of problems on request', async () => {
        await comparing('sup-hierarchy.json', 'Show Problems');
        expect(editor.workbenchCommands).toEqual(['workbench.actions.view.problems']);
    });

    test('warns that a comparison is incomplete', async () => {
        expect(await comparing('partial.json')).toBe('warning: The plan does not differ from the export. The comparison is incomplete: the export states that a part could not be read. Computer of A: no access.');
    });

    test('shows why files cannot be compared', async () => {
        editor.dialogs.chosen.push([new Uri('file:///exports/broken.json')]);
        await editor.run('sup.compareWithReality');
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'error', text: 'The plan could not be compared: broken.json is not an export', actions: ['Choose Other Files'] }]);
        expect(shown()).toEqual([]);
        editor.dialogs.chosen.push([new Uri('file:///exports/sup-hierarchy.json')]);
        editor.dialogs.messages[0]!.choose('Choose Other Files');
        await editor.until(() => editor.dialogs.messages.length === 2);
        expect(shown()).toHaveLength(1);
    });

    test('asks for a plan if none is open', async () => {
        editor.putCursor('file:///notes.txt', 0, 'plaintext');
        await editor.run('sup.compareWithReality');
        expect(editor.dialogs.messages).toMatchObject([{ text: 'Open the plan that you want to compare with the real hierarchy.' }]);
    });
});
