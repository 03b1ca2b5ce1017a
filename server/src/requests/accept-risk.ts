import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { acceptRiskAt, isDate, type SupServices } from '@sup/language';
import { AcceptRiskRequest } from '@sup/protocol/server';
import { isRange } from '../parameters/shapes.js';
import { answer, hasDocument } from './answer.js';

/**
 * Handles `sup/acceptRisk` with the edit that inserts the `allow`. The parameters become text of a plan, so they are validated first.
 * `ready` resolves when all open documents are parsed.
 */
export function handleAcceptRisk(connection: Connection, services: { shared: LangiumSharedServices; Sup: SupServices }, ready: () => Promise<void>): void {
    answer(connection, AcceptRiskRequest, {
        expected: 'a document, a rule, a range, a reason and, if it ends, a day as YYYY-MM-DD',
        isValid: params => hasDocument(params) && typeof params.rule === 'string' && typeof params.reason === 'string'
            && isRange(params.range) && (params.until === undefined || (typeof params.until === 'string' && isDate(params.until)))
    }, async params => {
        await ready();
        const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(params.textDocument.uri));
        return document ? acceptRiskAt(services.Sup, document, params.rule, params.range, { reason: params.reason, until: params.until }) ?? null : null;
    });
}
