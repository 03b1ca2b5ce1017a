import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type CancellationToken, type Connection, ErrorCodes, Position, ResponseError } from 'vscode-languageserver';
import { linkedEditingRangesAt, selectionRangeAt, type SupServices } from '@sup/language';
import { hasDocument, hasPosition } from './answer.js';

/** More cursors than an editor has; each takes a walk through the syntax tree. */
const maxPositions = 1_000;

/** Handles `selectionRange` and `linkedEditingRange`, for which Langium has no services. */
export function handleRanges(connection: Connection, { shared, Sup }: { shared: LangiumSharedServices; Sup: SupServices }): void {
    const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = shared.workspace;
    const documentFor = async (uri: URI, state: DocumentState, token: CancellationToken): Promise<LangiumDocument> => {
        await WorkspaceManager.ready;
        await DocumentBuilder.waitUntil(state, uri, token);
        return LangiumDocuments.getOrCreateDocument(uri);
    };
    connection.onSelectionRanges(async (params, token) => {
        if (!hasDocument(params) || !Array.isArray(params.positions) || params.positions.length > maxPositions || !params.positions.every(each => Position.is(each))) {
            return new ResponseError(ErrorCodes.InvalidParams, 'Invalid parameters for textDocument/selectionRange: expected a document and positions.');
        }
        const document = await documentFor(URI.parse(params.textDocument.uri), DocumentState.Parsed, token);
        return params.positions.map(position => selectionRangeAt(document, position));
    });
    connection.languages.onLinkedEditingRange(async (params, token) => {
        if (!hasPosition(params)) {
            return new ResponseError(ErrorCodes.InvalidParams, 'Invalid parameters for textDocument/linkedEditingRange: expected a document and a position.');
        }
        const document = await documentFor(URI.parse(params.textDocument.uri), DocumentState.IndexedReferences, token);
        return linkedEditingRangesAt(document, params.position, Sup) ?? null;
    });
}
