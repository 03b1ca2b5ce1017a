import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { SupServices } from '@sup/language';
import { type DescribeParams, DescribeRequest } from '@sup/protocol/server';
import type { RunOptions } from '@sup/simulation';
import { describe } from '../preview/describe.js';
import type { Previews } from '../preview/previews.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, hasDocument } from './answer.js';

/** Handles requests to describe the hierarchy of a document, or a run of it. */
export function handleDescribe(connection: Connection, services: SupServices, previews: Previews, optionsFor: (document: LangiumDocument) => RunOptions): void {
    answer(connection, DescribeRequest, { expected: 'a document and, for a run, the title of its scenario', isValid: params => hasDocument(params) && isRun(params.run) }, async (params, token) => {
        const work = await previews.withDocument(params, document => describe(services, previews, document, params, optionsFor(document)));
        return work && withProgress(connection, params.workDoneToken, 'Describing the plan', report => inChunks(work, token, report));
    });
}

function isRun(run: unknown): run is DescribeParams['run'] {
    return run === undefined || typeof run === 'object' && run !== null && ['string', 'undefined'].includes(typeof (run as { scenario?: unknown }).scenario);
}
