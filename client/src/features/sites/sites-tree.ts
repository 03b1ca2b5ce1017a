import { DataTransferItem, type DataTransfer, type Disposable, EventEmitter, l10n, ThemeColor, ThemeIcon, type TreeItem, TreeItemCollapsibleState, type TreeDataProvider, type TreeDragAndDropController } from 'vscode';
import { type PlanTreeItem, PlanTreeRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { locationOf } from '../locations.js';

/** The type of dragged items of this view, as VS Code names it. */
const mimeType = 'application/vnd.code.tree.sup.sites';

/** The time without a change after which the view follows the plans, in milliseconds. */
const delay = 400;

const icons: Readonly<Record<PlanTreeItem['kind'], string>> = {
    hierarchy: 'type-hierarchy', central: 'star-full', primary: 'circle-filled', secondary: 'circle-outline', site: 'question', server: 'server', cluster: 'layers'
};

/** Requests the children of the items that the user opens, so that the size of a hierarchy does not matter. */
export class SitesTree implements TreeDataProvider<PlanTreeItem>, TreeDragAndDropController<PlanTreeItem>, Disposable {
    readonly dropMimeTypes = [mimeType];
    readonly dragMimeTypes = [mimeType];
    private readonly change = new EventEmitter<void>();
    private readonly drop = new EventEmitter<{ readonly item: PlanTreeItem; readonly parent: PlanTreeItem }>();
    readonly onDidChangeTreeData = this.change.event;
    readonly onDidDrop = this.drop.event;
    private timer: NodeJS.Timeout | undefined;
    private isStale = false;

    constructor(private readonly server: LanguageServer) {}

    async getChildren(item?: PlanTreeItem): Promise<PlanTreeItem[]> {
        if (this.server.state !== 'running') {
            return [];
        }
        try {
            return await this.server.request(PlanTreeRequest, item ? { item: item.id } : {}) ?? [];
        } catch {
            return []; // the server has stopped, which the view then shows
        }
    }

    getTreeItem(item: PlanTreeItem): TreeItem {
        const state = !item.hasChildren ? TreeItemCollapsibleState.None : item.kind === 'hierarchy' ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
        const problems = problemsText(item);
        const { uri, range } = locationOf(item.location);
        return {
            id: item.id,
            label: item.label,
            description: [item.detail, problems].filter(text => text !== '').join(' · '),
            tooltip: [[item.label, item.detail].filter(text => text !== '').join(' '), problems].filter(text => text !== '').join('\n'),
            iconPath: new ThemeIcon(icons[item.kind], item.errors > 0 ? new ThemeColor('list.errorForeground') : item.warnings > 0 ? new ThemeColor('list.warningForeground') : undefined),
            contextValue: item.kind === 'primary' || item.kind === 'secondary' ? 'movableSite' : item.kind,
            collapsibleState: state,
            accessibilityInformation: { label: [item.kind, item.label, item.detail, problems].filter(text => text !== '').join(', ') },
            command: { command: 'vscode.open', title: l10n.t('Show Source'), arguments: [uri, { selection: range }] }
        };
    }

    handleDrag([item]: readonly PlanTreeItem[], data: DataTransfer): void {
        if (item) {
            data.set(mimeType, new DataTransferItem(item));
        }
    }

    handleDrop(target: PlanTreeItem | undefined, data: DataTransfer): void {
        const item = data.get(mimeType)?.value as PlanTreeItem | undefined;
        if (item?.site !== undefined && target?.site !== undefined && item.site !== target.site) {
            this.drop.fire({ item, parent: target });
        }
    }

    refresh(): void {
        this.isStale = false;
        this.change.fire();
    }

    /** Follows a change when typing pauses. A view that is hidden follows when it is shown. */
    refreshSoon(isVisible: boolean): void {
        clearTimeout(this.timer);
        this.isStale = !isVisible;
        if (isVisible) {
            this.timer = setTimeout(() => this.refresh(), delay);
        }
    }

    refreshIfStale(isVisible: boolean): void {
        if (isVisible && this.isStale) {
            this.refresh();
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.change.dispose();
        this.drop.dispose();
    }
}

function problemsText({ errors, warnings }: PlanTreeItem): string {
    return [
        ...errors > 0 ? [errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)] : [],
        ...warnings > 0 ? [warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings)] : []
    ].join(', ');
}
