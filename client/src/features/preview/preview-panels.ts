import { type Disposable, EventEmitter, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { type PageCommand, type PanelContext, PreviewPanel } from './preview-panel.js';
import { pageFolder } from './panel-html.js';

/** Identifies preview panels, so that the editor can restore them. */
export const viewType = 'sup.preview';

/** The open previews: one that follows the active editor, and one for each pinned document. */
export class PreviewPanels implements Disposable {
    private readonly panels = new Set<PreviewPanel>();
    private readonly listener: Disposable;
    private readonly change = new EventEmitter<void>();

    /** Fired when another preview is active, or the active one has been pinned or unpinned. */
    readonly onDidChange = this.change.event;

    constructor(private readonly context: PanelContext, private readonly runCommand: (panel: PreviewPanel, command: PageCommand) => void) {
        this.listener = workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => this.handleRename(oldUri, newUri)));
    }

    get active(): PreviewPanel | undefined {
        return this.all.find(panel => panel.isActive);
    }

    get all(): readonly PreviewPanel[] {
        return [...this.panels];
    }

    /** Shows a document in its open preview, in the one that is not pinned, or in a new one. */
    async open(document: Uri, column: ViewColumn, preserveFocus: boolean): Promise<PreviewPanel> {
        const open = this.find(document) ?? this.all.find(({ isPinned }) => !isPinned);
        if (open) {
            await open.follow(document);
            open.show(column === ViewColumn.Beside ? undefined : column, preserveFocus);
            return open;
        }
        const panel = window.createWebviewPanel(viewType, '', { viewColumn: column, preserveFocus }, { enableScripts: true, localResourceRoots: [pageFolder(this.context.extension)] });
        return this.add(panel, document);
    }

    /** Shows the document of the active editor in the previews that are not pinned, unless another preview shows it. */
    follow(document: Uri): void {
        const open = this.find(document);
        // A preview that shows the document already may be about to follow another one.
        this.all.filter(panel => !panel.isPinned && (!open || panel === open)).forEach(panel => void panel.follow(document));
    }

    /** Restores a panel from the last session. Its state may come from another version of the extension. */
    restore(panel: WebviewPanel, state: unknown): void {
        const document = rememberedDocument(state);
        const isPinned = (state as { isPinned?: unknown } | undefined)?.isPinned === true;
        // Sessions of earlier versions may have several previews that are not pinned, and all would follow the active editor.
        if (document && !this.find(document) && (isPinned || this.all.every(each => each.isPinned))) {
            this.add(panel, document, isPinned);
        } else {
            panel.dispose();
        }
    }

    dispose(): void {
        this.listener.dispose();
        this.change.dispose();
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

    private add(panel: WebviewPanel, document: Uri, isPinned = false): PreviewPanel {
        const preview = new PreviewPanel(panel, document, this.context, isPinned);
        this.panels.add(preview);
        preview.onDidDispose(() => this.panels.delete(preview));
        preview.onDidChangeState(() => this.change.fire());
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
