import { CancellationTokenSource, l10n } from 'vscode';
import type { TextDocumentIdentifier } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { PageRequest, ResponseTo, ToPage } from '@sup/protocol/preview';
import { LogRequest, OutagesRequest, PlayRequest, PossibleEventsRequest } from '@sup/protocol/server';
import type { LanguageServer, RequestOptions } from '../../language-server.js';

/** The pending requests of a page, forwarded to the server. */
export class PageRequests {
    private readonly pending = new Map<number, CancellationTokenSource>();

    constructor(private readonly server: LanguageServer, private readonly send: (message: ToPage) => void) {}

    /** Forwards a request about a document and sends its response or error to the page. */
    async handle(id: number, request: PageRequest, textDocument: TextDocumentIdentifier): Promise<void> {
        const source = new CancellationTokenSource();
        this.pending.set(id, source);
        // A reloaded page numbers its requests from the start, so responses to the previous page must be dropped.
        const reply = (message: ToPage): void => this.pending.get(id) === source ? this.send(message) : undefined;
        try {
            const response = await forward(this.server, textDocument, request, { token: source.token, onProgress: percentage => reply({ kind: 'progress', id, percentage }) });
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
}

function forward(server: LanguageServer, textDocument: TextDocumentIdentifier, request: PageRequest, options: RequestOptions): Promise<ResponseTo<PageRequest['kind']> | null> {
    switch (request.kind) {
        case 'play': return server.request(PlayRequest, { textDocument, scenario: request.scenario, events: request.events }, options);
        case 'log': return server.request(LogRequest, request, { token: options.token });
        case 'outages': return server.request(OutagesRequest, { textDocument }, options);
        case 'possible': return server.request(PossibleEventsRequest, { textDocument, part: request.part }, { token: options.token });
    }
}
