import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { PreviewPanel, type PanelContext } from './preview-panel.js';
import { pageFolder } from './panel-html.js';

/** Identifies preview panels, so that the editor can restore them. */
export const viewType = 'sup.preview';

/** The open previews, one for each document. */
export class PreviewPanels implements Disposable {
    private readonly panels = new Set<PreviewPanel>();
    private readonly listener: Disposable;

    constructor(private readonly context: PanelContext, private readonly runCommand: (panel: PreviewPanel, command: 'compare' | 'export') => void) {
        this.listener = workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.handleRename(oldUri, newUri)));
    }

    get active(): PreviewPanel | undefined {
        return this.all.find(panel => panel.isActive);
    }

    get all(): readonly PreviewPanel[] {
        return [...this.panels];
    }

    /** Shows the open preview of a document, or opens one. */
    open(document: Uri, column: ViewColumn, preserveFocus: boolean): PreviewPanel {
        const open = this.find(document);
        if (open) {
            open.show(column === ViewColumn.Beside ? undefined : column, preserveFocus);
            return open;
        }
        const panel = window.createWebviewPanel(viewType, '', { viewColumn: column, preserveFocus }, { enableScripts: true, localResourceRoots: [pageFolder(this.context.extension)] });
        return this.add(panel, document);
    }

    /** Restores a panel from the last session. Its state may come from another version of the extension. */
    restore(panel: WebviewPanel, state: unknown): void {
        const document = rememberedDocument(state);
        if (document && !this.find(document)) {
            this.add(panel, document);
        } else {
            panel.dispose();
        }
    }

    dispose(): void {
        this.listener.dispose();
        this.all.forEach(panel => panel.dispose());
    }

    /** Follows the rename of a file, or of a folder that contains it. */
    private handleRename(oldUri: Uri, newUri: Uri): void {
        for (const panel of this.all) {
            const { path } = panel.document;
            const isRenamed = panel.document.with({ path: oldUri.path }).toString() === oldUri.toString() && (path === oldUri.path || path.startsWith(`${oldUri.path}/`));
            if (isRenamed) {
                panel.setDocument(newUri.with({ path: newUri.path + path.slice(oldUri.path.length) }));
            }
        }
    }

    private find(document: Uri): PreviewPanel | undefined {
        return this.all.find(panel => panel.document.toString() === document.toString());
    }

    private add(panel: WebviewPanel, document: Uri): PreviewPanel {
        const preview = new PreviewPanel(panel, document, this.context);
        this.panels.add(preview);
        preview.onDidDispose(() => this.panels.delete(preview));
        preview.onDidRequestCommand(command => this.runCommand(preview, command));
        panel.iconPath = { light: Uri.joinPath(this.context.extension, 'images', 'file-light.svg'), dark: Uri.joinPath(this.context.extension, 'images', 'file-dark.svg') };
        return preview;
    }
}

function rememberedDocument(state: unknown): Uri | undefined {
    const { document } = (state ?? {}) as { document?: unknown };
    try {
        return typeof document === 'string' ? Uri.parse(document, true) : undefined;
    } catch {
        return undefined;
    }
}
