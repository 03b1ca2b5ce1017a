import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type Connection, Range } from 'vscode-languageserver';
import { acceptRiskAt, isDate, type SupServices } from '@sup/language';
import { AcceptRiskRequest } from '@sup/protocol/server';
import { answer, namesDocument } from './answer.js';

/**
 * Answers `sup/acceptRisk` with the edit that writes the `allow`. What a client sends becomes text of a plan, so its shape is looked at first.
 * `ready` comes back when what is read is what is open.
 */
export function handleAcceptRisk(connection: Connection, services: { shared: LangiumSharedServices; Sup: SupServices }, ready: () => Promise<void>): void {
    answer(connection, AcceptRiskRequest, {
        takes: 'a document, a rule, a range, a reason and, if it ends, a day as YYYY-MM-DD',
        isSound: params => namesDocument(params) && typeof params.rule === 'string' && typeof params.reason === 'string'
            && Range.is(params.range) && (params.until === undefined || (typeof params.until === 'string' && isDate(params.until)))
    }, async params => {
        await ready();
        const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(params.textDocument.uri));
        return document ? acceptRiskAt(services.Sup, document, params.rule, params.range, { reason: params.reason, until: params.until }) ?? null : null;
    });
}
