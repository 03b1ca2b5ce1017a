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
    await editor.until(() => editor.status?.text === 'SUP: no problems' && editor.watches() > 0);
});
afterEach(() => extension.deactivate());

describe('comparison', () => {
    test('compares a plan with the text of the clipboard', async () => {
        const panel = await openPreview(editor);
        editor.copied = 'hierarchy Harbour\n';
        let offered: readonly string[] = [];
        editor.pick = labels => (offered = labels).find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        expect(offered.some(label => label.includes('HEAD'))).toBe(false);
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'clipboard', afterLabel: 'now', before: [{ uri: harbour.toString(), text: editor.copied }] } }]);
        panel.send({ kind: 'end-comparison' });
        expect(panel.all('compare').at(-1)).toEqual({ kind: 'compare', plans: undefined });
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
        editor.pick = labels => (offered = labels).find(label => label.includes('release'));
        await editor.run('sup.compareWith', harbour);
        expect(offered).toEqual(expect.arrayContaining(['$(git-commit) HEAD main', '$(git-branch) release fedcba98', '$(tag) v1 11111111', '$(git-commit) Bergen gets a server 22222222 · Kari']));
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'release', before: [...old].map(([path, text]) => ({ uri: `file://${path}`, text })) } }]);
    });

    test('reports an empty clipboard instead of comparing', async () => {
        editor.pick = labels => labels.find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        expect(editor.messages.map(({ text }) => text)).toEqual(['There are no files of this plan in clipboard.']);
        expect(editor.previews.panels).toEqual([]);
    });
});

describe('export', () => {
    test.each([['SVG dark', 'svg in dark'], ['HTML', 'html in light']])('exports a plan as %s', async (label, content) => {
        editor.pick = labels => labels.find(each => each === label);
        editor.saveAs = new Uri('file:///out/harbour.x');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => editor.messages.length === 1);
        editor.messages[0]!.choose(undefined);
        await done;
        expect([...editor.written]).toEqual([['file:///out/harbour.x', content]]);
    });

    test('exports Markdown with the picture in a separate file', async () => {
        editor.pick = labels => labels.find(each => each === 'Markdown');
        editor.saveAs = new Uri('file:///out/harbour.review.md');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => editor.messages.length === 1);
        editor.messages[0]!.choose(undefined);
        await done;
        expect([...editor.written]).toEqual([['file:///out/harbour.review.svg', 'svg in light'], ['file:///out/harbour.review.md', 'markdown in light with harbour.review.svg']]);
    });

    test('exports a PNG through the page, at twice the size', async () => {
        const panel = await openPreview(editor);
        editor.pick = labels => labels.find(each => each === 'PNG light');
        editor.saveAs = new Uri('file:///out/harbour.png');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => panel.all('rasterize').length === 1);
        const [{ id, svg, scale } = expect.fail()] = panel.all('rasterize');
        expect([svg, scale]).toEqual(['svg in light', 2]);
        panel.send({ kind: 'rasterized', id, png: new TextEncoder().encode('pixels').buffer });
        await editor.until(() => editor.messages.length === 1);
        editor.messages[0]!.choose(undefined);
        await done;
        expect([...editor.written]).toEqual([['file:///out/harbour.png', 'pixels']]);
    });

    test('suggests SVG if the page is hidden during a PNG export', async () => {
        const panel = await openPreview(editor);
        editor.pick = labels => labels.find(each => each === 'PNG light');
        editor.saveAs = new Uri('file:///out/harbour.png');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => panel.all('rasterize').length === 1);
        panel.hide();
        await done;
        expect(editor.messages).toMatchObject([{ kind: 'error', text: 'The PNG picture could not be created. Export the picture as SVG instead.' }]);
    });
});
