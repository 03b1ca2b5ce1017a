import { Disposable, type TextEditor, window, workspace } from 'vscode';
import { HierarchyFilesRequest, PartAtRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import type { PreviewPanel } from './preview-panel.js';
import type { PreviewPanels } from './preview-panels.js';
import type { Reveal } from './reveal.js';

/** So long the cursor rests before the picture follows it, in milliseconds. */
const rest = 60;

/** Has previews show the part of the plan that the text cursor is in. */
export function followCursor(server: LanguageServer, panels: PreviewPanels, reveal: Reveal): Disposable {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let latest = 0;
    const follow = async (editor: TextEditor): Promise<void> => {
        const number = ++latest;
        const uri = editor.document.uri.toString();
        const { line, character } = editor.selection.active;
        try {
            const part = await server.request(PartAtRequest, { textDocument: { uri }, position: { line, character } });
            const following = part === null ? [] : await previewsOf(uri, panels.all, server);
            if (part !== null && number === latest) {
                following.forEach(({ page }) => page.send({ kind: 'select', part }));
            }
        } catch {
            // Without a server there is nothing to follow; the preview says that it is not running.
        }
    };
    const listener = window.onDidChangeTextEditorSelection(({ textEditor }) => {
        clearTimeout(timer);
        const isWanted = panels.all.some(({ page }) => page.isReady) && textEditor.document.languageId === 'sup' && !reveal.isOwn(textEditor)
            && workspace.getConfiguration('sup').get('preview.followCursor') !== false;
        if (isWanted) {
            timer = setTimeout(() => void follow(textEditor), rest);
        }
    });
    return new Disposable(() => {
        clearTimeout(timer);
        listener.dispose();
    });
}

/** The previews of the hierarchy that a document belongs to: another hierarchy may have a site of the same code. */
async function previewsOf(uri: string, panels: readonly PreviewPanel[], server: LanguageServer): Promise<readonly PreviewPanel[]> {
    if (panels.every(({ document }) => document.toString() === uri)) {
        return panels;
    }
    const files = new Set(await server.request(HierarchyFilesRequest, { textDocument: { uri } }));
    return panels.filter(({ document }) => files.has(document.toString()));
}
