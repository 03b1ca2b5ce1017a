import { basename } from 'node:path/posix';
import { Disposable, EventEmitter, l10n, type Uri, type WebviewPanel, window } from 'vscode';
import type { RequestType } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { ComparedPlans, FromPage, TimedEvent, ToPage } from '@sup/protocol/preview';
import { LocateRequest, LocateScenarioRequest, type Place, type PreviewParams, PreviewRequest, ScenarioEditRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { fixProblem } from './fix-problem.js';
import { PageLink } from './page-link.js';
import { pageFolder, pageHtml } from './panel-html.js';
import { Questions } from './questions.js';
import type { Reveal } from './reveal.js';

/** What a panel needs of the extension around it. */
export interface PanelSurroundings {
    readonly server: LanguageServer;
    readonly extension: Uri;
    readonly reveal: Reveal;
}

/** The preview of one document: keeps what its page shows up to date, and does what the page asks for. */
export class PreviewPanel implements Disposable {
    readonly page: PageLink;
    private readonly listeners: Disposable;
    private readonly questions: Questions;
    private readonly want = new EventEmitter<'compare' | 'export'>();
    private readonly end = new EventEmitter<void>();
    private pulling: Promise<void> | undefined;
    private isStale = false;
    private isEnded = false;
    /** What the page was sent last, to send nothing twice. */
    private sent: string | undefined;
    private compared: ComparedPlans | undefined;

    /** Told when somebody asks in the page to compare, or to export. */
    readonly onDidWant = this.want.event;
    readonly onDidEnd = this.end.event;

    constructor(private readonly panel: WebviewPanel, private uri: Uri, private readonly surroundings: PanelSurroundings) {
        const { server, extension } = surroundings;
        this.page = new PageLink(panel.webview, message => this.receive(message));
        this.questions = new Questions(server, message => this.page.send(message));
        this.listeners = Disposable.from(
            this.page,
            panel.onDidChangeViewState(() => panel.visible ? undefined : this.forgetPage()),
            panel.onDidDispose(() => this.dispose()),
            server.onDidChangePreview(() => void this.refresh()),
            server.onDidChangeState(() => void this.refresh())
        );
        panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
        this.about(uri);
    }

    get document(): Uri {
        return this.uri;
    }

    get isActive(): boolean {
        return this.panel.active;
    }

    /** Makes this the preview of a document: another one, or the same under another name. The page starts again. */
    about(uri: Uri): void {
        this.uri = uri;
        this.forgetPage();
        this.panel.title = l10n.t('Preview {0}', basename(uri.path));
        this.panel.webview.html = pageHtml(this.panel.webview, this.surroundings.extension, uri);
    }

    show(column = this.panel.viewColumn, preserveFocus = false): void {
        this.panel.reveal(column, preserveFocus);
    }

    /** Shows a comparison, until somebody has seen enough of it. */
    compare(plans: ComparedPlans): void {
        this.compared = plans;
        this.page.send({ kind: 'compare', plans });
    }

    dispose(): void {
        if (this.isEnded) {
            return;
        }
        this.isEnded = true;
        this.questions.cancelAll();
        this.listeners.dispose();
        this.end.fire();
        this.end.dispose();
        this.want.dispose();
        this.panel.dispose();
    }

    private receive(message: FromPage): void {
        switch (message.kind) {
            case 'ready': return void this.page.begin(() => this.begin());
            case 'open': return this.attempt(() => this.open(LocateRequest, { part: message.part, problem: message.problem }, message.takesFocus === true));
            case 'open-scenario': return this.attempt(() => this.open(LocateScenarioRequest, { title: message.title }, true));
            case 'fix': return this.attempt(() => this.fix(message.part, message.problem));
            case 'ask': return void this.questions.answer(message.id, message.question, this.params.textDocument);
            case 'cancel': return this.questions.cancel(message.id);
            case 'save-scenario': return this.attempt(() => this.saveScenario(message.scenario, message.events));
            case 'compare':
            case 'export': return this.want.fire(message.kind);
            case 'end-comparison':
                this.compared = undefined;
                return this.page.send({ kind: 'compare', plans: undefined });
            case 'rasterized': return; // the link has passed it on
        }
    }

    /** A page that is hidden is thrown away by the editor; it comes to life again, and says so, when it is seen again. */
    private forgetPage(): void {
        this.page.end();
        this.questions.cancelAll();
    }

    private async begin(): Promise<void> {
        this.sent = undefined;
        await this.refresh();
        if (this.compared) {
            this.page.send({ kind: 'compare', plans: this.compared });
        }
    }

    /** Has the page show what there is now. One request is under way at a time; what changes meanwhile is asked for after it. */
    private refresh(): Promise<void> {
        this.isStale = true;
        if (this.page.isReady) {
            this.pulling ??= this.pull().finally(() => (this.pulling = undefined));
        }
        return this.pulling ?? Promise.resolve();
    }

    private async pull(): Promise<void> {
        while (this.isStale && this.page.isReady) {
            this.isStale = false;
            const message = await this.content();
            const text = JSON.stringify(message);
            if (message && this.page.isReady && text !== this.sent) {
                this.sent = text;
                this.page.send(message);
            }
        }
    }

    private async content(): Promise<ToPage | undefined> {
        const { server } = this.surroundings;
        if (server.state === 'stopped') {
            return { kind: 'nothing', reason: l10n.t('The SUP language server is not running.') };
        }
        try {
            const content = await server.request(PreviewRequest, this.params);
            return content ? { kind: 'show', file: basename(this.uri.path), content } : { kind: 'nothing', reason: l10n.t('{0} is no longer there.', basename(this.uri.path)) };
        } catch (error) {
            return server.state === 'running' ? { kind: 'nothing', reason: errorMessage(error) } : undefined; // it is told by the state
        }
    }

    private async open<P extends PreviewParams>(type: RequestType<P, Place | null, void>, params: Omit<P, 'textDocument'>, takesFocus: boolean): Promise<void> {
        const place = await this.surroundings.server.request(type, { ...params, ...this.params } as P);
        if (place) {
            await this.surroundings.reveal.show(place, { beside: this.panel.viewColumn, takesFocus });
        }
    }

    private async fix(part: string, problem: number): Promise<void> {
        const place = await this.surroundings.server.request(LocateRequest, { ...this.params, part, problem });
        if (place) {
            await fixProblem(place);
        }
    }

    private async saveScenario(scenario: string | undefined, events: readonly TimedEvent[]): Promise<void> {
        const { server } = this.surroundings;
        const written = await server.request(ScenarioEditRequest, { ...this.params, scenario, events });
        if (!written || !await server.applyEdit(written.edit)) {
            void window.showWarningMessage(l10n.t('The file has changed meanwhile. Please try again.'));
            return;
        }
        await this.open(LocateScenarioRequest, { title: written.title }, true);
    }

    /** Does what somebody wants; where it fails, it is said. */
    private attempt(work: () => Promise<void>): void {
        work().catch((error: unknown) => void window.showErrorMessage(l10n.t('The preview could not do that: {0}', errorMessage(error))));
    }

    private get params(): PreviewParams {
        return { textDocument: { uri: this.uri.toString() } };
    }
}
