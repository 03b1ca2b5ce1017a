import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, ErrorCodes, Range, ResponseError } from 'vscode-languageserver';
import { acceptRiskAt, isDate, type SupServices } from '@sup/language';
import { type AcceptRiskParams, AcceptRiskRequest } from '@sup/protocol/server';

/** Answers `sup/acceptRisk` with the edit that writes the `allow`. */
export function handleAcceptRisk(connection: Connection, services: { shared: LangiumSharedServices; Sup: SupServices }): void {
    connection.onRequest(AcceptRiskRequest, params => {
        if (!isSound(params)) {
            return new ResponseError<void>(ErrorCodes.InvalidParams, 'sup/acceptRisk takes a document, a rule, a range, a reason and, if it ends, a day as YYYY-MM-DD.');
        }
        const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(params.textDocument.uri));
        return document ? acceptRiskAt(services.Sup, document, params.rule, params.range, { reason: params.reason, until: params.until }) ?? null : null;
    });
}

/** What a client sends becomes text of a plan, so its shape is looked at first. */
function isSound(params: Partial<AcceptRiskParams> | null): boolean {
    return typeof params?.textDocument?.uri === 'string' && typeof params.rule === 'string' && typeof params.reason === 'string'
        && Range.is(params.range) && (params.until === undefined || (typeof params.until === 'string' && isDate(params.until)));
}
