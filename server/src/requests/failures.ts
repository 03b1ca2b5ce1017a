import { type LangiumDocuments, URI, type WorkspaceManager } from 'langium';
import { type CancellationToken, type Connection, type Disposable, ResponseError } from 'vscode-languageserver';
import { errorStack } from '@sup/model';
import { isUri } from '../parameters/shapes.js';
import { othersFirst, refuseCancelled, whenLoaded } from './others-first.js';

/** Requests about a whole document. Requests that arrive after one of them are served first, since the user may be waiting for them at the cursor. */
const aboutDocuments: ReadonlySet<string> = new Set([
    'onReferences', 'onDocumentSymbol', 'onWorkspaceSymbol', 'onFoldingRanges', 'onCodeAction', 'onCodeLens', 'onDocumentFormatting', 'onDocumentRangeFormatting', 'onRenameRequest',
    'on', 'onDelta', 'onRange'
]);

/** The functions of the connection that register handlers. Langium also registers handlers for features that this language does not have. */
const requests = [
    'onCompletion', 'onHover', 'onDefinition', 'onReferences', 'onDocumentHighlight', 'onDocumentSymbol', 'onWorkspaceSymbol', 'onFoldingRanges', 'onCodeAction', 'onCodeLens',
    'onDocumentFormatting', 'onDocumentRangeFormatting', 'onPrepareRename', 'onRenameRequest',
    'onDeclaration', 'onTypeDefinition', 'onImplementation', 'onSignatureHelp', 'onDocumentLinks', 'onDocumentOnTypeFormatting'
] as const satisfies readonly (keyof Connection)[];
const tokenRequests = ['on', 'onDelta', 'onRange'] satisfies readonly (keyof Connection['languages']['semanticTokens'])[];

/** The common type of these functions; the types of their handlers do not matter here. */
type Register = (handler: Handler) => Disposable;
type Handler = (params: unknown, token: unknown, ...more: unknown[]) => unknown;

interface Workspace {
    readonly LangiumDocuments: LangiumDocuments;
    readonly WorkspaceManager: Pick<WorkspaceManager, 'ready'>;
}

/**
 * Answers a request whose handler throws with null and logs the error: editors would otherwise show a message for every failed hover. A
 * request about an unknown file is not logged, although Langium fails to read the file. A request that is cancelled while the workspace is loaded does not
 * wait for it. Call this before the handlers are registered.
 */
export function answerFailuresWithNull(connection: Connection, { LangiumDocuments: documents, WorkspaceManager: { ready } }: Workspace, report: (message: string) => void): void {
    const guarded = (name: string, handler: Handler): Handler => async (params, token, ...more) => {
        try {
            await whenLoaded(ready, token as CancellationToken);
            if (aboutDocuments.has(name)) {
                await othersFirst();
                refuseCancelled(token as CancellationToken);
            }
            return await handler(params, token, ...more);
        } catch (error) {
            if (error instanceof ResponseError) {
                throw error;
            }
            if (!concernsUnknownDocument(params, documents)) {
                report(`A request failed: ${errorStack(error)}`);
            }
            return null;
        }
    };
    const guard = <Name extends string>(functions: Record<Name, unknown>, names: readonly Name[]): void => names.forEach(name => {
        const register = functions[name] as Register;
        functions[name] = (handler: Handler) => register(guarded(name, handler));
    });
    guard(connection, requests);
    const { languages } = connection;
    const guardGroup = (name: keyof typeof languages, names: readonly string[]): void => {
        const group = languages[name] as unknown as Record<string, unknown>;
        guard(group, names);
        // The connection creates this object on each access, so the guarded one has to replace the accessor.
        Object.defineProperty(languages, name, { value: group });
    };
    guardGroup('semanticTokens', tokenRequests);
    guardGroup('callHierarchy', ['onPrepare', 'onIncomingCalls', 'onOutgoingCalls']);
    guardGroup('typeHierarchy', ['onPrepare', 'onSupertypes', 'onSubtypes']);
    guardGroup('inlayHint', ['on']);
}

function concernsUnknownDocument(params: unknown, documents: LangiumDocuments): boolean {
    const uri = (params as { readonly textDocument?: { readonly uri?: unknown } | null } | null | undefined)?.textDocument?.uri;
    return typeof uri === 'string' && !(isUri(uri) && documents.hasDocument(URI.parse(uri)));
}
