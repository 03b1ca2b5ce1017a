import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startExtension } from '../support/extension.js';
import { harbour, openPreview } from '../support/preview-panel.js';
import type { EditorStub } from '../support/vscode-stub.js';
import { Uri } from '../support/vscode-values.js';

// Comparing and exporting plans, with a test in place of the preview page. The fake server responds as defined in `fake-previews.mjs`.

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

beforeEach(async () => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.until(() => editor.status?.text === 'SUP: checking' && editor.watches() > 0);
});
afterEach(() => extension.deactivate());

describe('comparison', () => {
    test('compares a plan with the text of the clipboard', async () => {
        const panel = await openPreview(editor);
        editor.copied = 'hierarchy Harbour\n';
        let offered: readonly string[] = [];
        editor.dialogs.pick = labels => (offered = labels).find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        expect(offered.some(label => label.includes('HEAD'))).toBe(false);
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'clipboard', afterLabel: 'now', before: [{ uri: harbour.toString(), text: editor.copied }] } }]);
        panel.send({ kind: 'end-comparison' });
        expect(panel.all('compare').at(-1)).toEqual({ kind: 'compare', plans: undefined });
    });

    test('compares a plan with an export of the real hierarchy, whose differences are shown as problems, too', async () => {
        const panel = await openPreview(editor);
        editor.dialogs.pick = labels => labels.find(label => label.includes('Reality'));
        editor.dialogs.chosen.push([new Uri('file:///exports/export.json')]);
        await editor.run('sup.compareWith', harbour);
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'reality in export.json' } }]);
        expect([...editor.collection.byFile.keys()]).toEqual([harbour.toString()]);
    });

    test('compares a plan with a Git revision, including files deleted since', async () => {
        const panel = await openPreview(editor);
        const old = new Map([['/plans/harbour.sup', 'hierarchy Harbour\n'], ['/plans/closed.sup', 'hierarchy Harbour // closed\n']]);
        editor.repository = {
            state: { HEAD: { name: 'main', commit: '0123456789abcdef' } },
            getRefs: () => Promise.resolve([{ type: 0, name: 'release', commit: 'fedcba9876543210' }, { type: 2, name: 'v1', commit: '1111111111111111' }]),
            log: () => Promise.resolve([{ hash: '2222222222222222', message: 'Bergen gets a server\n\nWhy', authorName: 'Kari' }]),
            diffWith: () => Promise.resolve(['closed.sup', 'readme.md', 'new.sup'].map(name => ({ originalUri: new Uri(`file:///plans/${name}`) }))),
            show: (revision: string, path: string) => revision.startsWith('fedc') && old.has(path) ? Promise.resolve(old.get(path)) : Promise.reject(new Error('not there'))
        };
        let offered: readonly string[] = [];
        editor.dialogs.pick = labels => (offered = labels).find(label => label.includes('release'));
        await editor.run('sup.compareWith', harbour);
        expect(offered).toEqual(expect.arrayContaining(['$(git-commit) HEAD main', '$(git-branch) release fedcba98', '$(tag) v1 11111111', '$(git-commit) Bergen gets a server 22222222 · Kari']));
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'release', before: [...old].map(([path, text]) => ({ uri: `file://${path}`, text })) } }]);
    });

    test('orders the changes from the compared version, and saves the check list next to the plan', async () => {
        const panel = await openPreview(editor);
        panel.send({ kind: 'request', id: 1, request: { kind: 'rollout' } });
        await editor.until(() => panel.all('response').length === 1);
        expect(panel.all('response')).toEqual([{ kind: 'response', id: 1, response: null }]);
        panel.send({ kind: 'export-rollout' });
        editor.copied = 'hierarchy Harbour\n';
        editor.dialogs.pick = labels => labels.find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        panel.send({ kind: 'request', id: 2, request: { kind: 'rollout' } });
        await editor.until(() => panel.all('response').length === 2);
        expect(panel.all('response')[1]).toMatchObject({ id: 2, response: { checkList: 'A check list from 1 file' } });
        editor.dialogs.saveAs = new Uri('file:///plans/steps.md');
        panel.send({ kind: 'export-rollout' });
        await editor.until(() => editor.dialogs.messages.length === 1);
        editor.dialogs.messages[0]!.choose(undefined);
        expect(editor.written.get('file:///plans/steps.md')).toBe('A check list from 1 file\n');
    });

    test('does not save the check list of a comparison that was ended before its rollout arrived', async () => {
        const panel = await openPreview(editor);
        editor.copied = 'hierarchy Harbour\n';
        editor.dialogs.pick = labels => labels.find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        panel.send({ kind: 'request', id: 1, request: { kind: 'rollout' } });
        panel.send({ kind: 'end-comparison' });
        await editor.until(() => panel.all('response').length === 1);
        editor.dialogs.saveAs = new Uri('file:///plans/steps.md');
        panel.send({ kind: 'export-rollout' });
        panel.send({ kind: 'request', id: 2, request: { kind: 'possible', part: 'site:OSL' } });
        await editor.until(() => panel.all('response').length === 2);
        expect(editor.written.size).toBe(0);
    });

    test('reports an empty clipboard instead of comparing', async () => {
        editor.dialogs.pick = labels => labels.find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        expect(editor.dialogs.messages.map(({ text }) => text)).toEqual(['There are no files of this plan in clipboard.']);
        expect(editor.previews.panels).toEqual([]);
    });
});

describe('export', () => {
    /** Exports the plan as the format with a label, to a file. Ends without a message if the user cancels. */
    async function exported(label: string, target: string, isCancelled = false): Promise<void> {
        editor.dialogs.pick = labels => labels.find(each => each === label);
        editor.dialogs.saveAs = new Uri(target);
        const done = editor.run('sup.export', harbour);
        if (!isCancelled) {
            await editor.until(() => editor.dialogs.messages.length === 1);
            editor.dialogs.messages[0]!.choose(undefined);
        }
        await done;
    }

    test.each([['SVG One Page, dark', 'svg in dark'], ['HTML', 'html in light'], ['Mermaid', 'mermaid in light']])('exports a plan as %s', async (label, content) => {
        await exported(label, 'file:///out/harbour.x');
        expect([...editor.written]).toEqual([['file:///out/harbour.x', content]]);
    });

    test('proposes a file named after the hierarchy, next to the plan', async () => {
        await exported('HTML', 'file:///out/harbour.x');
        expect(editor.dialogs.proposed).toEqual(['file:///plans/Harbour.html']);
    });

    test('exports Markdown with the picture in a separate file', async () => {
        await exported('Markdown', 'file:///out/harbour.review.md');
        expect([...editor.written]).toEqual([['file:///out/harbour.review-picture.svg', 'svg in light'], ['file:///out/harbour.review.md', 'markdown in light with harbour.review-picture.svg']]);
    });

    test('does not overwrite a picture that the user has not named', async () => {
        editor.written.set('file:///out/review-picture.svg', 'of another report');
        await exported('Markdown', 'file:///out/review.md');
        expect([...editor.written]).toEqual([['file:///out/review-picture.svg', 'of another report'], ['file:///out/review-picture-2.svg', 'svg in light'], ['file:///out/review.md', 'markdown in light with review-picture-2.svg']]);
    });

    test('exports a PNG through the page, in the requested width', async () => {
        const panel = await openPreview(editor);
        editor.dialogs.inputs.push('wide', '3200');
        const done = exported('PNG One Page, light', 'file:///out/harbour.png');
        await editor.until(() => panel.all('rasterize').length === 1);
        const [{ id, svg, scale } = expect.fail()] = panel.all('rasterize');
        expect([svg, scale, editor.dialogs.refusals]).toEqual(['svg in light', 2, ['Enter a whole number from 100 to 16,384.']]);
        panel.send({ kind: 'rasterized', id, png: new TextEncoder().encode('pixels').buffer });
        await done;
        expect([...editor.written]).toEqual([['file:///out/harbour.png', 'pixels']]);
    });

    test('writes nothing if the user does not give a width', async () => {
        await exported('PNG Everything, dark', 'file:///out/harbour.png', true);
        expect([...editor.written]).toEqual([]);
    });

    test('suggests SVG if the page is hidden during a PNG export', async () => {
        const panel = await openPreview(editor);
        editor.dialogs.inputs.push('3200');
        const done = exported('PNG One Page, light', 'file:///out/harbour.png');
        await editor.until(() => panel.all('rasterize').length === 1);
        panel.hide();
        await done;
        expect(editor.dialogs.messages).toMatchObject([{ kind: 'error', text: 'The PNG picture could not be created. Export the picture as SVG instead.' }]);
    });
});

describe('descriptions and variants', () => {
    test('shows a description of the hierarchy as text', async () => {
        await editor.run('sup.describeHierarchy', harbour);
        expect(editor.texts).toEqual([{ language: 'plaintext', content: 'A description of the hierarchy.\n' }]);
    });

    test('lets the user choose the run to describe', async () => {
        let offered: readonly string[] = [];
        editor.dialogs.pick = labels => (offered = labels)[1];
        await editor.run('sup.describeRun', harbour);
        expect(offered).toEqual(['Without events', 'Storm']);
        expect(editor.texts).toEqual([{ language: 'plaintext', content: 'A description of Storm.\n' }]);
    });

    test('compares the plan with chosen versions in a table', async () => {
        editor.copied = 'hierarchy Harbour\n';
        editor.dialogs.pick = labels => labels.find(label => label.includes('Clipboard'));
        await editor.run('sup.compareVariants', harbour);
        expect(editor.texts).toEqual([{ language: 'markdown', content: '| now |\n| clipboard |\n' }]);
    });
});
