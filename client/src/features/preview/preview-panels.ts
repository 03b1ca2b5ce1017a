import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { PreviewPanel, type PanelSurroundings } from './preview-panel.js';
import { pageFolder } from './panel-html.js';

/** Names the kind of panel to the editor, which restores panels by it. */
export const viewType = 'sup.preview';

/** The previews that are open: one for each document. */
export class PreviewPanels implements Disposable {
    private readonly panels = new Set<PreviewPanel>();
    private readonly listener: Disposable;

    constructor(private readonly surroundings: PanelSurroundings, private readonly wanted: (panel: PreviewPanel, what: 'compare' | 'export') => void) {
        this.listener = workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.follow(oldUri, newUri)));
    }

    get active(): PreviewPanel | undefined {
        return this.all.find(panel => panel.isActive);
    }

    get all(): readonly PreviewPanel[] {
        return [...this.panels];
    }

    /** Shows the preview of a document: the one that is open already, or another. */
    open(document: Uri, column: ViewColumn, preserveFocus: boolean): PreviewPanel {
        const open = this.of(document);
        if (open) {
            open.show(column === ViewColumn.Beside ? undefined : column, preserveFocus);
            return open;
        }
        const panel = window.createWebviewPanel(viewType, '', { viewColumn: column, preserveFocus }, { enableScripts: true, localResourceRoots: [pageFolder(this.surroundings.extension)] });
        return this.adopt(panel, document);
    }

    /** Brings a panel to life that was open when the editor ended. What its page remembers may have been written by another version of it. */
    restore(panel: WebviewPanel, state: unknown): void {
        const document = rememberedDocument(state);
        if (document && !this.of(document)) {
            this.adopt(panel, document);
        } else {
            panel.dispose();
        }
    }

    dispose(): void {
        this.listener.dispose();
        this.all.forEach(panel => panel.dispose());
    }

    /** A file, or the folder that files are in, has got another name. */
    private follow(oldUri: Uri, newUri: Uri): void {
        for (const panel of this.all) {
            const { path } = panel.document;
            const isRenamed = panel.document.with({ path: oldUri.path }).toString() === oldUri.toString() && (path === oldUri.path || path.startsWith(`${oldUri.path}/`));
            if (isRenamed) {
                panel.about(newUri.with({ path: newUri.path + path.slice(oldUri.path.length) }));
            }
        }
    }

    private of(document: Uri): PreviewPanel | undefined {
        return this.all.find(panel => panel.document.toString() === document.toString());
    }

    private adopt(panel: WebviewPanel, document: Uri): PreviewPanel {
        const preview = new PreviewPanel(panel, document, this.surroundings);
        this.panels.add(preview);
        preview.onDidEnd(() => this.panels.delete(preview));
        preview.onDidWant(what => this.wanted(preview, what));
        panel.iconPath = { light: Uri.joinPath(this.surroundings.extension, 'images', 'file-light.svg'), dark: Uri.joinPath(this.surroundings.extension, 'images', 'file-dark.svg') };
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
