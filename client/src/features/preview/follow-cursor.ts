import { Disposable, type TextEditor, window, workspace } from 'vscode';
import { HierarchyFilesRequest, PartAtRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import type { PreviewPanel } from './preview-panel.js';
import type { PreviewPanels } from './preview-panels.js';
import type { Reveal } from './reveal.js';

/** Debounces cursor movements, in milliseconds. */
const followDelay = 60;

/** Selects the part at the text cursor in previews. */
export function followCursor(server: LanguageServer, panels: PreviewPanels, reveal: Reveal): Disposable {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = 0;
    const follow = async (editor: TextEditor): Promise<void> => {
        const number = ++latest;
        const uri = editor.document.uri.toString();
        const { line, character } = editor.selection.active;
        try {
            const part = await server.request(PartAtRequest, { textDocument: { uri }, position: { line, character } });
            const previews = part === null ? [] : await previewsOf(uri, panels.all, server);
            if (part !== null && number === latest) {
                previews.forEach(({ page }) => page.send({ kind: 'select', part }));
            }
        } catch {
            // There is no server; the preview shows that itself.
        }
    };
    const listener = window.onDidChangeTextEditorSelection(({ textEditor }) => {
        clearTimeout(timer);
        const isFollowed = panels.all.some(({ page }) => page.isReady) && textEditor.document.languageId === 'sup' && !reveal.isRevealedSelection(textEditor)
            && workspace.getConfiguration('sup').get('preview.followCursor') !== false;
        if (isFollowed) {
            timer = setTimeout(() => void follow(textEditor), followDelay);
        }
    });
    return new Disposable(() => {
        clearTimeout(timer);
        listener.dispose();
    });
}

/** The previews of the hierarchy that a document belongs to; another hierarchy may have a site with the same code. */
async function previewsOf(uri: string, panels: readonly PreviewPanel[], server: LanguageServer): Promise<readonly PreviewPanel[]> {
    if (panels.every(({ document }) => document.toString() === uri)) {
        return panels;
    }
    const files = new Set(await server.request(HierarchyFilesRequest, { textDocument: { uri } }));
    return panels.filter(({ document }) => files.has(document.toString()));
}
