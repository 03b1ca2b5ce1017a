import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FromPage } from '@sup/protocol/preview';
import { startExtension } from '../support/extension.js';
import type { PanelStub } from '../support/panels-stub.js';
import { harbour, loadPage, openPreview } from '../support/preview-panel.js';
import type { EditorStub } from '../support/vscode-stub.js';
import { Uri, WorkspaceEdit } from '../support/vscode-values.js';

// The preview panel with a test in place of its page. The fake server responds as defined in `fake-previews.mjs`.

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

beforeEach(async () => {
    extension = await startExtension('ok');
    editor = extension.editor;
    await editor.until(() => editor.status?.text === 'SUP: checking' && editor.watches() > 0);
});
afterEach(() => extension.deactivate());

const panels = (): readonly PanelStub[] => editor.previews.panels;

const quay = new Uri('file:///plans/quay.sup');

const open = (document = harbour): Promise<PanelStub> => openPreview(editor, document);
const load = (panel: PanelStub): Promise<void> => loadPage(editor, panel);

/** Opens the preview of another document in a panel of its own. */
async function openAnother(document: Uri): Promise<PanelStub> {
    await editor.run('sup.pinPreview');
    return open(document);
}

/** Resolves when the server has responded to all earlier requests. */
async function settled(panel: PanelStub): Promise<void> {
    const id = 900 + panel.all('response').length;
    panel.send({ kind: 'request', id, request: { kind: 'possible', part: 'site:OSL' } });
    await editor.until(() => panel.all('response').some(response => response.id === id));
}

describe('a preview panel', () => {
    test('shows the content of its document from the server', async () => {
        const panel = await open();
        expect(panel.title).toBe('Preview harbour.sup');
        expect(panel.received).toMatchObject([
            { kind: 'source', document: harbour.toString(), isPinned: false }, { kind: 'show', file: 'harbour.sup', content: { scene: { title: 'Harbour' } } }
        ]);
    });

    test('names the file that is loading until the page has run', async () => {
        const panel = await open();
        expect(panel.webview.html).toContain('<p class="notice" role="status">Loading harbour.sup …</p>');
    });

    test('opens only one panel for each document, and one for all documents while it is not pinned', async () => {
        const panel = await open();
        await editor.run('sup.openPreviewToSide', new Uri('file:///plans/harbour.sup'));
        expect(panels()).toHaveLength(1);
        expect(panel.reveals).toBe(1);
        await editor.run('sup.openPreview', quay);
        expect(panels().map(({ title }) => title)).toEqual(['Preview quay.sup']);
        await editor.run('sup.pinPreview');
        await editor.run('sup.openPreview', harbour);
        expect(panels().map(({ title }) => title)).toEqual(['Preview quay.sup (pinned)', 'Preview harbour.sup']);
        panel.dispose();
        await editor.run('sup.openPreview', harbour);
        expect(panels()).toHaveLength(2);
    });

    test('follows the active editor, and keeps its page within one hierarchy', async () => {
        const panel = await open();
        const { html } = panel.webview;
        editor.putCursor('file:///plans/pier.sup', 0);
        await editor.until(() => panel.all('show').length === 2);
        expect([panel.title, panel.all('show')[1]!.file, panel.all('source').at(-1)!.document]).toEqual(['Preview pier.sup', 'pier.sup', 'file:///plans/pier.sup']);
        expect(panel.webview.html).toBe(html);
        editor.putCursor(quay.toString(), 0);
        await expect.poll(() => panel.title).toBe('Preview quay.sup');
        expect(panel.webview.html).toContain('data-document="file:///plans/quay.sup"');
        editor.putCursor('file:///plans/notes.md', 0, 'markdown');
        await load(panel);
        expect(panel.title).toBe('Preview quay.sup');
    });

    test('stays with its document while it is pinned, also after a restart of the editor', async () => {
        const panel = await open();
        await editor.run('sup.pinPreview');
        expect([panel.title, panel.all('source').at(-1)!.isPinned, editor.contexts.get('sup.isPreviewPinned')]).toEqual(['Preview harbour.sup (pinned)', true, true]);
        editor.putCursor(quay.toString(), 0);
        await settled(panel);
        expect(panel.title).toBe('Preview harbour.sup (pinned)');
        await editor.run('sup.unpinPreview');
        expect([panel.title, editor.contexts.get('sup.isPreviewPinned')]).toEqual(['Preview harbour.sup', false]);
        const restored = await editor.previews.restore({ version: 1, document: quay.toString(), isPinned: true });
        expect(restored.title).toBe('Preview quay.sup (pinned)');
    });

    test('previews the plan in the active editor, and asks the user to open one if there is none', async () => {
        await editor.run('sup.openPreview');
        expect(editor.dialogs.messages.map(({ text }) => text)).toEqual(['Open a plan (a .sup file) first.']);
        editor.putCursor('file:///plans/quay.sup', 0);
        await editor.run('sup.openPreview');
        expect(panels().map(({ title }) => title)).toEqual(['Preview quay.sup']);
    });

    test('restores a panel after a restart of the editor if its state names a document', async () => {
        const panel = await editor.previews.restore({ version: 1, document: harbour.toString() });
        await load(panel);
        expect(panel.all('show')).toHaveLength(1);
        for (const invalid of [undefined, null, 7, {}, { document: 7 }, { document: 'no address' }]) {
            expect((await editor.previews.restore(invalid)).isClosed).toBe(true);
        }
    });

    test('the preview follows its document when the file or its folder is renamed', async () => {
        const panel = await open();
        editor.fileRenaming.fire({ files: [{ oldUri: harbour, newUri: new Uri('file:///plans/port.sup') }] });
        expect(panel.title).toBe('Preview port.sup');
        editor.fileRenaming.fire({ files: [{ oldUri: new Uri('file:///plans'), newUri: new Uri('file:///old') }] });
        expect(panel.webview.html).toContain('data-document="file:///old/port.sup"');
        await load(panel);
        expect(panel.all('show').at(-1)!.file).toBe('port.sup');
    });

    test('the preview reports that its document no longer exists', async () => {
        const panel = await open(new Uri('file:///plans/gone.sup'));
        expect(panel.received.at(-1)).toEqual({ kind: 'nothing', reason: 'gone.sup no longer exists.' });
    });

    test('reports that the server has stopped and recovers after its restart', async () => {
        await extension.deactivate();
        extension = await startExtension('dies at start');
        editor = extension.editor;
        await editor.until(() => editor.status?.text === 'SUP: language server stopped');
        const panel = await open();
        expect(panel.received.at(-1)).toEqual({ kind: 'nothing', reason: 'The SUP language server is not running.' });
        extension.become('ok');
        await editor.run('sup.restartServer');
        await editor.until(() => panel.all('show').length === 1);
    });
});

describe('the preview page', () => {
    test('the page may load only its own script and style sheet', async () => {
        const { webview, options } = await open(new Uri('file:///plans/%22><script>alert(1)</script>&.sup'));
        const nonce = /script-src 'nonce-([^']+)'"/.exec(webview.html)![1]!;
        expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
        expect(/content="(default-src [^"]+)"/.exec(webview.html)![1]).toBe(`default-src 'none'; img-src blob: data:; style-src https://page.test; script-src 'nonce-${nonce}'`);
        expect([...webview.html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([`<script nonce="${nonce}" src="https://page.test/extension/dist/preview/preview.js">`]);
        expect(webview.html).not.toMatch(/<style|\sstyle=|\son\w+=/);
        const allowed = { enableScripts: true, localResourceRoots: [expect.objectContaining({ path: '/extension/dist/preview' }) as object] };
        expect([options, webview.options]).toEqual([allowed, allowed]);
    });

    test('the page gets a new nonce for each load', async () => {
        const nonces = [await open(), await openAnother(quay)].map(({ webview }) => /nonce-([^']+)/.exec(webview.html)![1]);
        expect(new Set(nonces).size).toBe(2);
    });

    test('ignores forged messages from the page', async () => {
        const panel = await open();
        const before = panel.received.length;
        const forgeries = [undefined, null, 'ready', 7, [], {}, { kind: 'run', command: 'x' }, { kind: 'open', part: {} }, { kind: 'open', part: 'x'.repeat(100_000) }, { kind: 'fix', part: 'site:OSL', problem: -1 },
            { kind: 'request', id: 1 }, { kind: 'request', id: 1, request: { kind: 'sup/preview' } }, { kind: 'save-scenario', events: [{ at: 'now', event: 'x' }] }, { kind: 'rasterized', id: 1, png: 'data:' }, { kind: '__proto__' }];
        forgeries.forEach(forged => panel.send({ forged }));
        await settled(panel);
        expect(panel.received).toHaveLength(before + 1);
        expect([editor.revealed, editor.dialogs.messages, editor.edits]).toEqual([[], [], []]);
    });
});

describe('preview updates', () => {
    const changing = new Uri('file:///changing.sup');
    const versions = (panel: PanelStub): readonly unknown[] => panel.all('show').map(({ content }) => content.scene.title);

    test('requests one update at a time and merges the changes during a request', async () => {
        const panel = await open(changing);
        editor.saveOutside(changing.toString());
        await editor.until(() => panel.all('show').length === 3);
        await settled(panel);
        expect(versions(panel)).toEqual(['Version 1', 'Version 2', 'Version 3']);
    });

    test('does not resend an unchanged preview', async () => {
        const panel = await open();
        const other = await openAnother(changing);
        editor.saveOutside(changing.toString());
        await editor.until(() => other.all('show').length === 3);
        await settled(panel);
        expect(panel.all('show')).toHaveLength(1);
    });

    test('updates a hidden panel only when it is visible again', async () => {
        const panel = await open(changing);
        const other = await openAnother(harbour);
        panel.hide();
        editor.saveOutside(changing.toString());
        await settled(other);
        expect(versions(panel)).toEqual(['Version 1']);
        panel.reveal();
        await load(panel);
        expect(versions(panel)).toEqual(['Version 1', 'Version 2']);
    });
});

describe('a click in the preview', () => {
    const click: FromPage = { kind: 'open', part: 'site:OSL' };

    test('reveals the part in a column other than the panel\'s', async () => {
        const panel = await open();
        panel.send(click);
        await editor.until(() => editor.revealed.length === 1);
        panel.send({ ...click, takesFocus: true });
        await editor.until(() => editor.revealed.length === 2);
        expect(editor.revealed).toEqual([true, false].map(keepsFocus => ({ uri: harbour.toString(), line: 3, column: 1, keepsFocus })));
    });

    test('reveals nothing if the part no longer exists', async () => {
        const panel = await open();
        panel.send({ kind: 'open', part: 'site:GONE' });
        await settled(panel);
        expect([editor.revealed, editor.dialogs.messages]).toEqual([[], []]);
    });

    test('applies a quick fix of the editor', async () => {
        const panel = await open();
        const edit = new WorkspaceEdit();
        edit.changes.push({ uri: harbour.toString(), newText: 'replica: yes' });
        editor.fixes = [{ title: 'Make it a replica', edit }, { title: 'Has no effect' }];
        let offered: readonly string[] = [];
        editor.dialogs.pick = labels => (offered = labels)[0];
        panel.send({ kind: 'fix', part: 'site:OSL', problem: 0 });
        await editor.until(() => offered.length > 0);
        await settled(panel);
        expect(offered).toEqual(['Make it a replica']);
        expect(editor.edits).toEqual(edit.changes);
    });

    test('reports a problem without a quick fix', async () => {
        const panel = await open();
        panel.send({ kind: 'fix', part: 'site:OSL', problem: 0 });
        await editor.until(() => editor.dialogs.messages.length === 1);
        expect(editor.dialogs.messages[0]!.text).toContain('no quick fix');
    });
});

describe('requests of the preview page', () => {
    test('returns each response and error with the id of its request', async () => {
        const panel = await open();
        panel.send({ kind: 'request', id: 4, request: { kind: 'possible', part: 'site:OSL' } });
        panel.send({ kind: 'request', id: 5, request: { kind: 'possible', part: 'site:BAD' } });
        await editor.until(() => panel.all('response').length + panel.all('error').length === 2);
        expect(panel.all('response')).toMatchObject([{ id: 4, response: [{ event: 'stop site:OSL' }] }]);
        expect(panel.all('error')).toMatchObject([{ id: 5, message: expect.stringContaining('the plan is too large') as string }]);
    });

    test('does not respond to a cancelled request', async () => {
        const panel = await open(new Uri('file:///slow.sup'));
        panel.send({ kind: 'request', id: 1, request: { kind: 'play', events: [] } });
        panel.send({ kind: 'cancel', id: 1 });
        await settled(panel);
        expect(panel.received.filter(message => 'id' in message && message.id === 1)).toEqual([]);
    });
});

describe('the text cursor', () => {
    const move = (uri: string, line: number, languageId = 'sup'): void =>
        editor.selectionChange.fire({ textEditor: { document: { uri: new Uri(uri), languageId }, selection: { active: { line, character: 0 }, isEqual: () => false } } });

    test('selects the part at the text cursor only in previews of the same hierarchy', async () => {
        const panel = await open();
        const other = await openAnother(quay);
        move(harbour.toString(), 3);
        await editor.until(() => panel.all('select').length === 1);
        expect(panel.all('select')).toEqual([{ kind: 'select', part: 'site:OSL' }]);
        expect(other.all('select')).toEqual([]);
    });
});
