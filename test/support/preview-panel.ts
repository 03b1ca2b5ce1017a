import type { EditorStub } from './vscode-stub.js';
import type { PanelStub } from './panels-stub.js';
import { Uri } from './vscode-values.js';

/** The plan whose preview `fake-previews.mjs` serves. */
export const harbour = new Uri('file:///plans/harbour.sup');

/** Opens the preview of a document, loads its page and waits for the initial content. */
export async function openPreview(editor: EditorStub, document = harbour): Promise<PanelStub> {
    await editor.run('sup.openPreview', document);
    const panel = editor.previews.panels.at(-1)!;
    await loadPage(editor, panel);
    return panel;
}

/** Loads the page of a panel and waits for its content. */
export async function loadPage(editor: EditorStub, panel: PanelStub): Promise<void> {
    const before = panel.received.length;
    panel.send({ kind: 'ready' });
    await editor.until(() => panel.received.slice(before).some(({ kind }) => kind === 'show' || kind === 'nothing'));
}
