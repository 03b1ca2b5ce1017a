import { URI } from 'langium';
import { type TextDocumentContentChangeEvent, TextDocument } from 'vscode-languageserver-textdocument';
import { changeDocument } from '../../language/src/analysis/workspace/text-documents.js';
import { lineLengths } from '../support/lsp-schema.js';

/** The state of a document between two client messages. A closed document has neither version nor lines. */
export interface State {
    /** The number of the message that led to this state. */
    readonly from: number;
    readonly version: number | undefined;
    readonly lines: readonly number[];
}

interface DocumentParams {
    readonly textDocument: { readonly uri: string; readonly version: number; readonly text: string };
    readonly contentChanges: TextDocumentContentChangeEvent[];
}

/** Clients may write the URI of a document in several ways; the server writes it as VS Code does. */
export const canonical = (uri: string): string => URI.parse(uri).toString();

/** The documents of the client, with their recent states: a message of the server may be about a text that has changed since. */
export class Mirror {
    private readonly documents = new Map<string, TextDocument>();
    private readonly history = new Map<string, State[]>();

    /** Records the client message with this number. */
    sent(number: number, method: string, params: unknown): void {
        const { textDocument, contentChanges } = params as DocumentParams;
        if (method === 'textDocument/didOpen') {
            this.setDocument(number, textDocument.uri, TextDocument.create(textDocument.uri, 'sup', textDocument.version, textDocument.text));
        } else if (method === 'textDocument/didClose') {
            this.setDocument(number, textDocument.uri, undefined);
        } else if (method === 'textDocument/didChange') {
            const document = this.document(textDocument.uri);
            // Without an edit there is no new version either.
            if (document && contentChanges.length > 0) {
                this.setDocument(number, textDocument.uri, changeDocument(document, contentChanges, textDocument.version));
            }
        }
    }

    /** The open documents, as the client writes their URIs. */
    opened(): readonly string[] {
        return [...this.documents.values()].map(({ uri }) => uri);
    }

    document(uri: string): TextDocument | undefined {
        return this.documents.get(canonical(uri));
    }

    /** The states of a document since the message with this number, in order. */
    since(uri: string, number: number): readonly State[] {
        const states = this.history.get(canonical(uri)) ?? [];
        const first = states.findLastIndex(({ from }) => from <= number);
        return first === -1 ? [{ from: 0, version: undefined, lines: [] }, ...states] : states.slice(first);
    }

    /** Drops the states that no later message can be about. */
    forgetBefore(number: number): void {
        for (const [uri] of this.history) {
            this.history.set(uri, [...this.since(uri, number)]);
        }
    }

    private setDocument(from: number, writtenUri: string, document: TextDocument | undefined): void {
        const uri = canonical(writtenUri);
        if (document) {
            this.documents.set(uri, document);
        } else {
            this.documents.delete(uri);
        }
        const state = { from, version: document?.version, lines: document ? lineLengths(document.getText()) : [] };
        this.history.set(uri, [...this.history.get(uri) ?? [], state]);
    }
}
