import { DocumentState, isOperationCancelled, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isActionTarget, type SupCodeActionProvider, type SupServices } from '@sup/language';
import { isUri } from '../parameters/shapes.js';

/** Handles `codeAction/resolve`, for which Langium has no service, with the edit of an action. The data of an action may be forged, so it is validated first. */
export function handleResolveAction(connection: Connection, { shared, Sup }: { shared: LangiumSharedServices; Sup: SupServices }): void {
    connection.onCodeActionResolve(async (action, token) => {
        const data: unknown = (action as Partial<typeof action> | null)?.data;
        if (data === undefined || data === null) {
            // An action without an edit, such as one that runs a command.
            return action;
        }
        if (!isActionTarget(data) || !isUri(data.uri)) {
            return new ResponseError(ErrorCodes.InvalidParams, 'Invalid parameters for codeAction/resolve: expected a code action of this server.');
        }
        const uri = URI.parse(data.uri);
        const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = shared.workspace;
        try {
            await WorkspaceManager.ready;
            await DocumentBuilder.waitUntil(DocumentState.Validated, uri, token);
            return await (Sup.lsp.CodeActionProvider as SupCodeActionProvider).resolve(await LangiumDocuments.getOrCreateDocument(uri), action, data, token);
        } catch (error) {
            if (isOperationCancelled(error)) {
                return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
            }
            throw error;
        }
    });
}
