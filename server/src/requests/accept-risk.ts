import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { acceptRiskAt, type SupServices } from '@sup/language';
import { AcceptRiskRequest } from '@sup/protocol/server';

/** Answers `sup/acceptRisk` with the edit that writes the `allow`. */
export function handleAcceptRisk(connection: Connection, services: { shared: LangiumSharedServices; Sup: SupServices }): void {
    connection.onRequest(AcceptRiskRequest, params => {
        const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(params.textDocument.uri));
        return document ? acceptRiskAt(services.Sup, document, params.rule, params.range, { reason: params.reason, until: params.until }) ?? null : null;
    });
}
