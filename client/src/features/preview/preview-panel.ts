import { basename } from 'node:path/posix';
import { Disposable, EventEmitter, l10n, type Uri, type WebviewPanel, window } from 'vscode';
import type { Location, RequestType } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { FromPage, TimedEvent, ToPage } from '@sup/protocol/preview';
import { HierarchyFilesRequest, LocateRequest, LocateScenarioRequest, type PreviewParams, PreviewRequest, ScenarioEditRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import type { ShownComparison } from './compare/compare-with.js';
import { saveCheckList } from './export/save-check-list.js';
import { fixProblem } from './fix-problem.js';
import { PageLink } from './page-link.js';
import { pageFolder, pageHtml } from './panel-html.js';
import { PageRequests } from './page-requests.js';
import type { Reveal } from './reveal.js';

/** A command that the user starts in the page. */
export type PageCommand = Extract<FromPage, { kind: 'compare' | 'export' }>;

/** The dependencies of a panel. */
export interface PanelContext {
    readonly server: LanguageServer;
    readonly extension: Uri;
    readonly reveal: Reveal;
}

/** The preview of a document: always the same one while it is pinned, otherwise that of the active editor. Keeps its page up to date and handles the page's messages. */
export class PreviewPanel implements Disposable {
    readonly page: PageLink;
    private readonly listeners: Disposable;
    private readonly requests: PageRequests;
    private readonly commandRequest = new EventEmitter<PageCommand>();
    private readonly disposal = new EventEmitter<void>();
    private readonly stateChange = new EventEmitter<void>();
    /** Counts the documents that the preview was to follow; only the last one counts. */
    private followed = 0;
    private refreshing: Promise<void> | undefined;
    private isStale = false;
    private isDisposed = false;
    /** The last content sent to the page, to avoid resending unchanged content. */
    private lastSent: string | undefined;
    private compared: ShownComparison | undefined;
    /** The check list of the last rollout that the page has received. */
    private checkList: string | undefined;

    /** Fired when the user starts a comparison or an export in the page. */
    readonly onDidRequestCommand = this.commandRequest.event;
    readonly onDidDispose = this.disposal.event;
    /** Fired when the preview has been pinned or unpinned, or its panel activated or deactivated. */
    readonly onDidChangeState = this.stateChange.event;

    constructor(private readonly panel: WebviewPanel, private uri: Uri, private readonly context: PanelContext, private isPinnedHere = false) {
        const { server, extension } = context;
        this.page = new PageLink(panel.webview, message => this.receive(message));
        this.requests = new PageRequests(server, {
            send: message => this.page.send(message),
            versionBefore: () => this.compared?.before,
            onRollout: ({ checkList }) => (this.checkList = checkList)
        });
        this.listeners = Disposable.from(
            this.page,
            panel.onDidChangeViewState(() => {
                if (!panel.visible) {
                    this.disconnectPage();
                }
                this.stateChange.fire();
            }),
            panel.onDidDispose(() => this.dispose()),
            server.onDidChangePreview(() => void this.refresh()),
            server.onDidChangeState(() => void this.refresh())
        );
        panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
        this.setDocument(uri);
    }

    get document(): Uri {
        return this.uri;
    }

    get isActive(): boolean {
        return this.panel.active;
    }

    get isPinned(): boolean {
        return this.isPinnedHere;
    }

    /** Whether the page shows a comparison with the real hierarchy. */
    get isComparedWithReality(): boolean {
        return this.compared?.plans.reality !== undefined;
    }

    /** Keeps showing the present document, or follows the active editor again. */
    pin(isPinned: boolean): void {
        this.isPinnedHere = isPinned;
        this.showSource();
        this.stateChange.fire();
    }

    /** Changes the previewed document, or its name, and reloads the page. */
    setDocument(uri: Uri): void {
        this.uri = uri;
        this.disconnectPage();
        this.showSource();
        this.panel.webview.html = pageHtml(this.panel.webview, this.context.extension, uri);
    }

    /** Shows another document. Within one hierarchy, the page keeps its state. */
    async follow(uri: Uri): Promise<void> {
        const number = ++this.followed;
        if (uri.toString() === this.uri.toString()) {
            return;
        }
        const isSameHierarchy = await this.isInHierarchyOf(uri);
        if (number !== this.followed || this.isDisposed) {
            return;
        }
        if (isSameHierarchy) {
            this.uri = uri;
            this.showSource();
            void this.refresh();
        } else {
            this.forgetComparison();
            this.setDocument(uri);
        }
    }

    show(column = this.panel.viewColumn, preserveFocus = false): void {
        this.panel.reveal(column, preserveFocus);
    }

    /** Shows a comparison until the user ends it. */
    compare(comparison: ShownComparison): void {
        this.compared = comparison;
        this.checkList = undefined;
        this.page.send({ kind: 'compare', plans: comparison.plans });
    }

    private forgetComparison(): void {
        this.compared = undefined;
        this.checkList = undefined;
    }

    dispose(): void {
        if (this.isDisposed) {
            return;
        }
        this.isDisposed = true;
        this.requests.cancelAll();
        this.listeners.dispose();
        this.disposal.fire();
        this.disposal.dispose();
        this.stateChange.dispose();
        this.commandRequest.dispose();
        this.panel.dispose();
    }

    private receive(message: FromPage): void {
        switch (message.kind) {
            case 'ready': return void this.page.connect(() => this.sendInitialContent());
            case 'open': return this.attempt(() => this.open(LocateRequest, { part: message.part, problem: message.problem }, message.takesFocus === true));
            case 'open-scenario': return this.attempt(() => this.open(LocateScenarioRequest, { title: message.title }, true));
            case 'fix': return this.attempt(() => this.fix(message.part, message.problem));
            case 'request': return void this.requests.handle(message.id, message.request, this.params.textDocument);
            case 'cancel': return this.requests.cancel(message.id);
            case 'save-scenario': return this.attempt(() => this.saveScenario(message.scenario, message.events));
            case 'compare':
            case 'export': return this.commandRequest.fire(message);
            case 'end-comparison':
                this.forgetComparison();
                return this.page.send({ kind: 'compare', plans: undefined });
            case 'export-rollout': return this.attempt(async () => this.checkList === undefined ? undefined : saveCheckList(this.uri, this.checkList));
            case 'rasterized': return; // handled by the page link
        }
    }

    /** The editor discards a hidden page. It reloads, and sends `ready`, when the panel is visible again. */
    private disconnectPage(): void {
        this.page.disconnect();
        this.requests.cancelAll();
    }

    private async sendInitialContent(): Promise<void> {
        this.lastSent = undefined;
        this.showSource();
        await this.refresh();
        if (this.compared) {
            this.page.send({ kind: 'compare', plans: this.compared.plans });
        }
    }

    private async isInHierarchyOf(uri: Uri): Promise<boolean> {
        try {
            const files = await this.context.server.request(HierarchyFilesRequest, { textDocument: { uri: uri.toString() } });
            return files?.includes(this.uri.toString()) === true;
        } catch {
            return false; // there is no server; the page is loaded again and shows that
        }
    }

    /** Names the document in the title of the panel and in the page, which remembers it. */
    private showSource(): void {
        const name = basename(this.uri.path);
        this.panel.title = this.isPinned ? l10n.t('Preview {0} (pinned)', name) : l10n.t('Preview {0}', name);
        this.page.send({ kind: 'source', document: this.uri.toString(), isPinned: this.isPinned });
    }

    /** Updates the page. Only one request runs at a time; changes during it trigger another one. */
    private refresh(): Promise<void> {
        this.isStale = true;
        if (this.page.isReady) {
            this.refreshing ??= this.sendContent().finally(() => (this.refreshing = undefined));
        }
        return this.refreshing ?? Promise.resolve();
    }

    private async sendContent(): Promise<void> {
        while (this.isStale && this.page.isReady) {
            this.isStale = false;
            const message = await this.content();
            const text = JSON.stringify(message);
            if (message && this.page.isReady && text !== this.lastSent) {
                this.lastSent = text;
                this.page.send(message);
            }
        }
    }

    private async content(): Promise<ToPage | undefined> {
        const { server } = this.context;
        if (server.state === 'stopped') {
            return { kind: 'nothing', reason: l10n.t('The SUP language server is not running.') };
        }
        try {
            const content = await server.request(PreviewRequest, this.params);
            return content ? { kind: 'show', file: basename(this.uri.path), content } : { kind: 'nothing', reason: l10n.t('{0} no longer exists.', basename(this.uri.path)) };
        } catch (error) {
            return server.state === 'running' ? { kind: 'nothing', reason: errorMessage(error) } : undefined; // the change of state triggers a refresh
        }
    }

    private async open<P extends PreviewParams>(type: RequestType<P, Location | null, void>, params: Omit<P, 'textDocument'>, takesFocus: boolean): Promise<void> {
        const location = await this.context.server.request(type, { ...params, ...this.params } as P);
        if (location) {
            await this.context.reveal.show(location, { beside: this.panel.viewColumn, takesFocus });
        }
    }

    private async fix(part: string, problem: number): Promise<void> {
        const location = await this.context.server.request(LocateRequest, { ...this.params, part, problem });
        if (location) {
            await fixProblem(location);
        }
    }

    private async saveScenario(scenario: string | undefined, events: readonly TimedEvent[]): Promise<void> {
        const { server } = this.context;
        const scenarioEdit = await server.request(ScenarioEditRequest, { ...this.params, scenario, events });
        if (!scenarioEdit || !await server.applyEdit(scenarioEdit.edit)) {
            void window.showWarningMessage(l10n.t('The file has changed in the meantime. Try again.'));
            return;
        }
        await this.open(LocateScenarioRequest, { title: scenarioEdit.title }, true);
    }

    /** Runs an action of the user and shows an error message if it fails. */
    private attempt(work: () => Promise<void>): void {
        work().catch((error: unknown) => void window.showErrorMessage(l10n.t('The preview could not complete this action: {0}', errorMessage(error))));
    }

    private get params(): PreviewParams {
        return { textDocument: { uri: this.uri.toString() } };
    }
}
