import { type LangiumDocuments, URI } from 'langium';
import { type Connection, type Disposable, ResponseError } from 'vscode-languageserver';
import { traceOf } from '@sup/language';
import { isAddress } from './answer.js';

/** The requests of the protocol that this server answers, by the functions of the connection that take their handlers. */
const requests = [
    'onCompletion', 'onHover', 'onDefinition', 'onReferences', 'onDocumentHighlight', 'onDocumentSymbol', 'onWorkspaceSymbol', 'onFoldingRanges', 'onCodeAction', 'onCodeLens',
    'onDocumentFormatting', 'onDocumentRangeFormatting', 'onPrepareRename', 'onRenameRequest'
] as const satisfies readonly (keyof Connection)[];
const tokenRequests = ['on', 'onDelta', 'onRange'] as const satisfies readonly (keyof Connection['languages']['semanticTokens'])[];

/** What these functions have in common: each takes another handler, which is handed on as it comes. */
type Register = (handler: Handler) => Disposable;
type Handler = (params: unknown, ...more: unknown[]) => unknown;

/**
 * A request whose answer fails is answered with nothing, and the log says why: an editor would else tell its user of every hover that has
 * failed. What is asked about a file that is not there has no answer and is no failure, though Langium then tries to read it. To be called
 * before the handlers are registered.
 */
export function answerFailuresWithNothing(connection: Connection, documents: LangiumDocuments, report: (message: string) => void): void {
    const guarded = (handler: Handler): Handler => async (params, ...more) => {
        try {
            return await handler(params, ...more);
        } catch (error) {
            if (error instanceof ResponseError) {
                throw error;
            }
            if (!isAboutUnknown(params, documents)) {
                report(`A request could not be answered: ${traceOf(error)}`);
            }
            return null;
        }
    };
    const guard = <Name extends string>(functions: Record<Name, unknown>, names: readonly Name[]): void => names.forEach(name => {
        const register = functions[name] as Register;
        functions[name] = (handler: Handler) => register(guarded(handler));
    });
    guard(connection, requests);
    // The connection makes another object whenever somebody asks for this one, without what is guarded here.
    const { semanticTokens } = connection.languages;
    guard(semanticTokens, tokenRequests);
    Object.defineProperty(connection.languages, 'semanticTokens', { value: semanticTokens });
}

function isAboutUnknown(params: unknown, documents: LangiumDocuments): boolean {
    const uri = (params as { readonly textDocument?: { readonly uri?: unknown } | null } | null | undefined)?.textDocument?.uri;
    return typeof uri === 'string' && !(isAddress(uri) && documents.hasDocument(URI.parse(uri)));
}
