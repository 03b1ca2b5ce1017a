import { URI } from 'langium';
import { type TextDocumentContentChangeEvent, TextDocument } from 'vscode-languageserver-textdocument';
import { changeDocument } from '../../language/src/analysis/workspace/text-documents.js';
import { lineLengths } from '../support/lsp-schema.js';

/** What a document was from one message of the client to the next. A closed one has neither version nor lines. */
export interface State {
    /** The number of the message that made it so. */
    readonly from: number;
    readonly version: number | undefined;
    readonly lines: readonly number[];
}

interface DocumentParams {
    readonly textDocument: { readonly uri: string; readonly version: number; readonly text: string };
    readonly contentChanges: TextDocumentContentChangeEvent[];
}

/** Clients know a document by any way of writing its URI, and the server writes it as VS Code does. */
export const canonical = (uri: string): string => URI.parse(uri).toString();

/** The documents as the client has told of them, now and lately: what the server says may be about a text that has changed since. */
export class Mirror {
    private readonly documents = new Map<string, TextDocument>();
    private readonly history = new Map<string, State[]>();

    /** Takes note of the client's message of this number. */
    sent(number: number, method: string, params: unknown): void {
        const { textDocument, contentChanges } = params as DocumentParams;
        if (method === 'textDocument/didOpen') {
            this.become(number, textDocument.uri, TextDocument.create(textDocument.uri, 'sup', textDocument.version, textDocument.text));
        } else if (method === 'textDocument/didClose') {
            this.become(number, textDocument.uri, undefined);
        } else if (method === 'textDocument/didChange') {
            const document = this.document(textDocument.uri);
            // Without an edit there is no new version either.
            if (document && contentChanges.length > 0) {
                this.become(number, textDocument.uri, changeDocument(document, contentChanges, textDocument.version));
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

    /** What a document was when the message of this number had been sent, and since; in order. */
    since(uri: string, number: number): readonly State[] {
        const states = this.history.get(canonical(uri)) ?? [];
        const first = states.findLastIndex(({ from }) => from <= number);
        return first === -1 ? [{ from: 0, version: undefined, lines: [] }, ...states] : states.slice(first);
    }

    /** Forgets what no message can be about any more. */
    forgetBefore(number: number): void {
        for (const [uri] of this.history) {
            this.history.set(uri, [...this.since(uri, number)]);
        }
    }

    private become(from: number, writtenUri: string, document: TextDocument | undefined): void {
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
