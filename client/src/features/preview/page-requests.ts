import { CancellationTokenSource, l10n } from 'vscode';
import type { TextDocumentIdentifier } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { PageRequest, PlayedRollout, ResponseTo, ToPage } from '@sup/protocol/preview';
import { LogRequest, OrderRolloutRequest, OutagesRequest, type PlanFile, PlayRequest, PossibleEventsRequest } from '@sup/protocol/server';
import type { LanguageServer, RequestOptions } from '../../language-server.js';

/** The panel that a page belongs to. */
export interface PageHost {
    send(message: ToPage): void;
    /** The files of the version that the page compares the plan with; undefined without a comparison. */
    versionBefore(): readonly PlanFile[] | undefined;
    onRollout(rollout: PlayedRollout): void;
}

/** The pending requests of a page, forwarded to the server. */
export class PageRequests {
    private readonly pending = new Map<number, CancellationTokenSource>();

    constructor(private readonly server: LanguageServer, private readonly host: PageHost) {}

    /** Forwards a request about a document and sends its response or error to the page. */
    async handle(id: number, request: PageRequest, textDocument: TextDocumentIdentifier): Promise<void> {
        const source = new CancellationTokenSource();
        this.pending.set(id, source);
        // A reloaded page numbers its requests from the start, so responses to the previous page must be dropped.
        const reply = (message: ToPage): void => this.pending.get(id) === source ? this.host.send(message) : undefined;
        try {
            const response = await this.forward(textDocument, request, { token: source.token, onProgress: percentage => reply({ kind: 'progress', id, percentage }) });
            reply({ kind: 'response', id, response });
        } catch (error) {
            reply({ kind: 'error', id, message: this.server.state === 'stopped' ? l10n.t('The SUP language server is not running.') : errorMessage(error) });
        } finally {
            if (this.pending.get(id) === source) {
                this.pending.delete(id);
            }
            source.dispose();
        }
    }

    cancel(id: number): void {
        this.pending.get(id)?.cancel();
        this.pending.delete(id);
    }

    cancelAll(): void {
        [...this.pending.keys()].forEach(id => this.cancel(id));
    }

    private forward(textDocument: TextDocumentIdentifier, request: PageRequest, options: RequestOptions): Promise<ResponseTo<PageRequest['kind']> | null> {
        switch (request.kind) {
            case 'play': return this.server.request(PlayRequest, { textDocument, scenario: request.scenario, events: request.events }, options);
            case 'log': return this.server.request(LogRequest, request, { token: options.token });
            case 'outages': return this.server.request(OutagesRequest, { textDocument }, options);
            case 'possible': return this.server.request(PossibleEventsRequest, { textDocument, part: request.part }, { token: options.token });
            case 'rollout': return this.orderRollout(textDocument, options);
        }
    }

    private async orderRollout(textDocument: TextDocumentIdentifier, options: RequestOptions): Promise<PlayedRollout | null> {
        const before = this.host.versionBefore();
        const rollout = before ? await this.server.request(OrderRolloutRequest, { textDocument, before }, options) : null;
        // In the meantime, the page may have ended the comparison or begun another one.
        if (rollout && before === this.host.versionBefore()) {
            this.host.onRollout(rollout);
        }
        return rollout;
    }
}
