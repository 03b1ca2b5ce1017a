import { CancellationTokenSource, l10n } from 'vscode';
import type { TextDocumentIdentifier } from 'vscode-languageclient/node';
import { errorMessage } from '@sup/model';
import type { AnswerTo, Question, ToPage } from '@sup/protocol/preview';
import { LogRequest, PlayRequest, PossibleEventsRequest } from '@sup/protocol/server';
import type { LanguageServer, RequestOptions } from '../../language-server.js';

/** The questions of a page that the server is at work on. */
export class Questions {
    private readonly open = new Map<number, CancellationTokenSource>();

    constructor(private readonly server: LanguageServer, private readonly send: (message: ToPage) => void) {}

    /** Has a question about a document answered; what prevents that is an answer too. */
    async answer(id: number, question: Question, textDocument: TextDocumentIdentifier): Promise<void> {
        const source = new CancellationTokenSource();
        this.open.set(id, source);
        // A page that has begun again counts its questions from the start: nothing of the last one may answer them.
        const reply = (message: ToPage): void => this.open.get(id) === source ? this.send(message) : undefined;
        try {
            const answer = await answerOf(this.server, textDocument, question, { token: source.token, onProgress: percentage => reply({ kind: 'progress', id, percentage }) });
            reply({ kind: 'answer', id, answer });
        } catch (error) {
            reply({ kind: 'refused', id, message: this.server.state === 'stopped' ? l10n.t('The SUP language server is not running.') : errorMessage(error) });
        } finally {
            if (this.open.get(id) === source) {
                this.open.delete(id);
            }
            source.dispose();
        }
    }

    cancel(id: number): void {
        this.open.get(id)?.cancel();
        this.open.delete(id);
    }

    cancelAll(): void {
        [...this.open.keys()].forEach(id => this.cancel(id));
    }
}

function answerOf(server: LanguageServer, textDocument: TextDocumentIdentifier, question: Question, options: RequestOptions): Promise<AnswerTo<Question['kind']> | null> {
    switch (question.kind) {
        case 'play': return server.request(PlayRequest, { textDocument, scenario: question.scenario, events: question.events }, options);
        case 'log': return server.request(LogRequest, question, { token: options.token });
        case 'possible': return server.request(PossibleEventsRequest, { textDocument, part: question.part }, { token: options.token });
    }
}
