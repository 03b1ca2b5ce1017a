import { type LangiumDocuments, URI } from 'langium';
import type { Connection, Disposable, HandlerResult, TextDocumentIdentifier } from 'vscode-languageserver';

/** A function of the connection that takes the handler of a request: for its parameters, and what else a handler is given. */
type Register<Params, More extends unknown[], Result> = (handler: (params: Params, ...more: More) => HandlerResult<Result | null, void>) => Disposable;

/**
 * Answers with nothing what is asked about a file that is not there. For these requests Langium tries to read it first, and the client
 * would show its user that this failed. To be called before the handlers are registered.
 */
export function tolerateUnknownDocuments(connection: Connection, documents: LangiumDocuments): void {
    const tolerant = <Params extends { textDocument: TextDocumentIdentifier }, More extends unknown[], Result>(register: Register<Params, More, Result>): typeof register =>
        handler => register(async (params, ...more) => {
            try {
                return await handler(params, ...more);
            } catch (error) {
                if (documents.hasDocument(URI.parse(params.textDocument.uri))) {
                    throw error;
                }
                return null;
            }
        });
    connection.onReferences = tolerant(connection.onReferences);
    connection.onRenameRequest = tolerant(connection.onRenameRequest);
    connection.onPrepareRename = tolerant(connection.onPrepareRename);
    connection.onDocumentHighlight = tolerant(connection.onDocumentHighlight);
}
