import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FromPage } from '@sup/protocol/preview';
import { startExtension } from '../support/extension.js';
import type { PanelStub } from '../support/panels-stub.js';
import type { EditorStub } from '../support/vscode-stub.js';
import { Uri, WorkspaceEdit } from '../support/vscode-values.js';

// The preview's panel, with a test in the place of its page, and a server that answers as `fake-previews.mjs` says.

const harbour = new Uri('file:///plans/harbour.sup');
let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

beforeEach(async () => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.until(() => editor.status?.text === 'SUP: no problems' && editor.watches() > 0);
});
afterEach(() => extension.deactivate());

const panels = (): readonly PanelStub[] => editor.previews.panels;

/** Opens the preview of a document; its page comes to life and has been sent what there is to show. */
async function open(document = harbour): Promise<PanelStub> {
    await editor.run('sup.openPreview', document);
    const panel = panels().at(-1)!;
    await live(panel);
    return panel;
}

async function live(panel: PanelStub): Promise<void> {
    const before = panel.received.length;
    panel.send({ kind: 'ready' });
    await editor.until(() => panel.received.slice(before).some(({ kind }) => kind === 'show' || kind === 'nothing'));
}

/** Resolves when the server has answered all that was asked before. */
async function settled(panel: PanelStub): Promise<void> {
    const id = 900 + panel.all('answer').length;
    panel.send({ kind: 'ask', id, question: { kind: 'possible', part: 'site:OSL' } });
    await editor.until(() => panel.all('answer').some(answer => answer.id === id));
}

describe('a panel', () => {
    test('shows what the server has of its document', async () => {
        const panel = await open();
        expect(panel.title).toBe('Preview harbour.sup');
        expect(panel.received).toMatchObject([{ kind: 'show', file: 'harbour.sup', content: { scene: { title: 'Harbour' } } }]);
    });

    test('is used again for the same document, and not for another', async () => {
        const panel = await open();
        await editor.run('sup.openPreviewToSide', new Uri('file:///plans/harbour.sup'));
        expect(panels()).toHaveLength(1);
        expect(panel.reveals).toBe(1);
        await editor.run('sup.openPreview', new Uri('file:///plans/quay.sup'));
        expect(panels().map(({ title }) => title)).toEqual(['Preview harbour.sup', 'Preview quay.sup']);
        panel.dispose();
        await editor.run('sup.openPreview', harbour);
        expect(panels()).toHaveLength(3);
    });

    test('is that of the active editor where nothing else is said, and needs a plan', async () => {
        await editor.run('sup.openPreview');
        expect(editor.messages.map(({ text }) => text)).toEqual(['Open a plan first: a file that ends in .sup.']);
        editor.putCursor('file:///plans/quay.sup', 0);
        await editor.run('sup.openPreview');
        expect(panels().map(({ title }) => title)).toEqual(['Preview quay.sup']);
    });

    test('comes back with the editor, if its page remembers a document', async () => {
        const panel = await editor.previews.restore({ version: 1, document: harbour.toString() });
        await live(panel);
        expect(panel.all('show')).toHaveLength(1);
        for (const forgotten of [undefined, null, 7, {}, { document: 7 }, { document: 'no address' }]) {
            expect((await editor.previews.restore(forgotten)).isClosed).toBe(true);
        }
    });

    test('follows its document to another name, and another folder', async () => {
        const panel = await open();
        editor.fileRenaming.fire({ files: [{ oldUri: harbour, newUri: new Uri('file:///plans/port.sup') }] });
        expect(panel.title).toBe('Preview port.sup');
        editor.fileRenaming.fire({ files: [{ oldUri: new Uri('file:///plans'), newUri: new Uri('file:///old') }] });
        expect(panel.webview.html).toContain('data-document="file:///old/port.sup"');
        await live(panel);
        expect(panel.all('show').at(-1)!.file).toBe('port.sup');
    });

    test('says that its document is gone', async () => {
        const panel = await open(new Uri('file:///plans/gone.sup'));
        expect(panel.received).toEqual([{ kind: 'nothing', reason: 'gone.sup is no longer there.' }]);
    });

    test('says that the server has stopped, and recovers with it', async () => {
        await extension.deactivate();
        extension = await startExtension('dies at start');
        editor = extension.editor;
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        const panel = await open();
        expect(panel.received).toEqual([{ kind: 'nothing', reason: 'The SUP language server is not running.' }]);
        extension.become('ok');
        await editor.run('sup.restartServer');
        await editor.until(() => panel.all('show').length === 1);
    });
});

describe('the page', () => {
    test('may load its own script and style, and nothing else', async () => {
        const { webview, options } = await open(new Uri('file:///plans/%22><script>alert(1)</script>&.sup'));
        const nonce = /script-src 'nonce-([^']+)'"/.exec(webview.html)![1]!;
        expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
        expect(/content="(default-src [^"]+)"/.exec(webview.html)![1]).toBe(`default-src 'none'; img-src blob: data:; style-src https://page.test; script-src 'nonce-${nonce}'`);
        expect([...webview.html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([`<script nonce="${nonce}" src="https://page.test/extension/dist/preview/preview.js">`]);
        expect(webview.html).not.toMatch(/<style|\sstyle=|\son\w+=/);
        const allowed = { enableScripts: true, localResourceRoots: [expect.objectContaining({ path: '/extension/dist/preview' }) as object] };
        expect([options, webview.options]).toEqual([allowed, allowed]);
    });

    test('has another nonce each time', async () => {
        const nonces = [await open(), await open(new Uri('file:///plans/quay.sup'))].map(({ webview }) => /nonce-([^']+)/.exec(webview.html)![1]);
        expect(new Set(nonces).size).toBe(2);
    });

    test('is not believed when it sends what no page sends', async () => {
        const panel = await open();
        const before = panel.received.length;
        const forgeries = [undefined, null, 'ready', 7, [], {}, { kind: 'run', command: 'x' }, { kind: 'open', part: {} }, { kind: 'open', part: 'x'.repeat(100_000) }, { kind: 'fix', part: 'site:OSL', problem: -1 },
            { kind: 'ask', id: 1 }, { kind: 'ask', id: 1, question: { kind: 'sup/preview' } }, { kind: 'save-scenario', events: [{ at: 'now', event: 'x' }] }, { kind: 'rasterized', id: 1, png: 'data:' }, { kind: '__proto__' }];
        forgeries.forEach(forged => panel.send({ forged }));
        await settled(panel);
        expect(panel.received).toHaveLength(before + 1);
        expect([editor.revealed, editor.messages, editor.edits]).toEqual([[], [], []]);
    });
});

describe('changes', () => {
    const changing = new Uri('file:///changing.sup');
    const versions = (panel: PanelStub): readonly unknown[] => panel.all('show').map(({ content }) => content.scene.title);

    test('are asked for one at a time, and once for all that came meanwhile', async () => {
        const panel = await open(changing);
        editor.saveOutside(changing.toString());
        await editor.until(() => panel.all('show').length === 3);
        await settled(panel);
        expect(versions(panel)).toEqual(['Version 1', 'Version 2', 'Version 3']);
    });

    test('that change nothing are not sent', async () => {
        const panel = await open();
        const other = await open(changing);
        editor.saveOutside(changing.toString());
        await editor.until(() => other.all('show').length === 3);
        await settled(panel);
        expect(panel.all('show')).toHaveLength(1);
    });

    test('wait until a hidden panel is seen again', async () => {
        const panel = await open(changing);
        const other = await open();
        panel.hide();
        editor.saveOutside(changing.toString());
        await settled(other);
        expect(versions(panel)).toEqual(['Version 1']);
        panel.reveal();
        await live(panel);
        expect(versions(panel)).toEqual(['Version 1', 'Version 2']);
    });
});

describe('what is clicked in the picture', () => {
    const click: FromPage = { kind: 'open', part: 'site:OSL' };

    test('is shown in a column that is not the panel\'s', async () => {
        const panel = await open();
        panel.send(click);
        await editor.until(() => editor.revealed.length === 1);
        panel.send({ ...click, takesFocus: true });
        await editor.until(() => editor.revealed.length === 2);
        expect(editor.revealed).toEqual([true, false].map(keepsFocus => ({ uri: harbour.toString(), line: 3, column: 1, keepsFocus })));
    });

    test('and is gone meanwhile is not shown', async () => {
        const panel = await open();
        panel.send({ kind: 'open', part: 'site:GONE' });
        await settled(panel);
        expect([editor.revealed, editor.messages]).toEqual([[], []]);
    });

    test('is mended by a quick fix of the editor', async () => {
        const panel = await open();
        const edit = new WorkspaceEdit();
        edit.changes.push({ uri: harbour.toString(), newText: 'replica: yes' });
        editor.fixes = [{ title: 'Make it a replica', edit }, { title: 'Nothing comes of it' }];
        let offered: readonly string[] = [];
        editor.pick = labels => (offered = labels)[0];
        panel.send({ kind: 'fix', part: 'site:OSL', problem: 0 });
        await editor.until(() => offered.length > 0);
        await settled(panel);
        expect(offered).toEqual(['Make it a replica']);
        expect(editor.edits).toEqual(edit.changes);
    });

    test('is told to have no fix', async () => {
        const panel = await open();
        panel.send({ kind: 'fix', part: 'site:OSL', problem: 0 });
        await editor.until(() => editor.messages.length === 1);
        expect(editor.messages[0]!.text).toContain('no quick fix');
    });
});

describe('questions of the page', () => {
    test('are answered under their number, and so is what fails', async () => {
        const panel = await open();
        panel.send({ kind: 'ask', id: 4, question: { kind: 'possible', part: 'site:OSL' } });
        panel.send({ kind: 'ask', id: 5, question: { kind: 'possible', part: 'site:BAD' } });
        await editor.until(() => panel.all('answer').length + panel.all('refused').length === 2);
        expect(panel.all('answer')).toMatchObject([{ id: 4, answer: [{ event: 'stop site:OSL' }] }]);
        expect(panel.all('refused')).toMatchObject([{ id: 5, message: expect.stringContaining('the plan is too large') as string }]);
    });

    test('that are cancelled are not answered', async () => {
        const panel = await open(new Uri('file:///slow.sup'));
        panel.send({ kind: 'ask', id: 1, question: { kind: 'play', events: [] } });
        panel.send({ kind: 'cancel', id: 1 });
        await settled(panel);
        expect(panel.received.filter(message => 'id' in message && message.id === 1)).toEqual([]);
    });
});

describe('the cursor', () => {
    const move = (uri: string, line: number, languageId = 'sup'): void =>
        editor.selectionChange.fire({ textEditor: { document: { uri: new Uri(uri), languageId }, selection: { active: { line, character: 0 }, isEqual: () => false } } });

    test('is followed by the previews of its own hierarchy', async () => {
        const panel = await open();
        const other = await open(new Uri('file:///plans/quay.sup'));
        move(harbour.toString(), 3);
        await editor.until(() => panel.all('select').length === 1);
        expect(panel.all('select')).toEqual([{ kind: 'select', part: 'site:OSL' }]);
        expect(other.all('select')).toEqual([]);
    });
});

describe('a plan', () => {
    test('is compared with the text of the clipboard', async () => {
        const panel = await open();
        editor.copied = 'hierarchy Harbour\n';
        let offered: readonly string[] = [];
        editor.pick = labels => (offered = labels).find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        expect(offered.some(label => label.includes('HEAD'))).toBe(false);
        expect(panel.all('compare')).toMatchObject([{ plans: { beforeLabel: 'clipboard', afterLabel: 'now', before: [{ uri: harbour.toString(), text: editor.copied }] } }]);
        panel.send({ kind: 'end-comparison' });
        expect(panel.all('compare').at(-1)).toEqual({ kind: 'compare', plans: undefined });
    });

    test('is compared with what Git has of it, files included that have been deleted since', async () => {
        const panel = await open();
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

    test('is compared with nothing where the clipboard is empty', async () => {
        editor.pick = labels => labels.find(label => label.includes('Clipboard'));
        await editor.run('sup.compareWith', harbour);
        expect(editor.messages.map(({ text }) => text)).toEqual(['There is nothing of this plan in clipboard.']);
        expect(panels()).toEqual([]);
    });

    test.each([['SVG dark', 'svg in dark'], ['HTML', 'html in light']])('is exported as %s', async (label, content) => {
        editor.pick = labels => labels.find(each => each === label);
        editor.saveAs = new Uri('file:///out/harbour.x');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => editor.messages.length === 1);
        editor.messages[0]!.choose(undefined);
        await done;
        expect([...editor.written]).toEqual([['file:///out/harbour.x', content]]);
    });

    test('is exported as Markdown with its picture in a file beside', async () => {
        editor.pick = labels => labels.find(each => each === 'Markdown');
        editor.saveAs = new Uri('file:///out/harbour.review.md');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => editor.messages.length === 1);
        editor.messages[0]!.choose(undefined);
        await done;
        expect([...editor.written]).toEqual([['file:///out/harbour.review.svg', 'svg in light'], ['file:///out/harbour.review.md', 'markdown in light with harbour.review.svg']]);
    });

    test('is exported as PNG by its page, at twice the size', async () => {
        const panel = await open();
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

    test('is not exported as PNG where its page is hidden meanwhile; it is said what to do', async () => {
        const panel = await open();
        editor.pick = labels => labels.find(each => each === 'PNG light');
        editor.saveAs = new Uri('file:///out/harbour.png');
        const done = editor.run('sup.export', harbour);
        await editor.until(() => panel.all('rasterize').length === 1);
        panel.hide();
        await done;
        expect(editor.messages).toMatchObject([{ kind: 'error', text: 'The picture could not be made as PNG. Please export it as SVG.' }]);
    });
});
