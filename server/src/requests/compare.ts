import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { ComparePlansRequest, type PlanFile } from '@sup/protocol/server';
import { fileLimits } from '@sup/model';
import { comparePlans, type ComparisonContext } from '../preview/compare-plans.js';
import type { Previews } from '../preview/previews.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, hasDocument } from './answer.js';

/** Handles requests to compare the plan of a document with another version of it. */
export function handleCompare(connection: Connection, previews: Previews, contextOf: (uri: string) => ComparisonContext): void {
    answer(connection, ComparePlansRequest, {
        expected: 'a document, the files of another version with their texts, and two labels',
        isValid: params => hasDocument(params) && arePlanFiles(params.before) && typeof params.beforeLabel === 'string' && typeof params.afterLabel === 'string'
    }, async (params, token) => {
        const work = await previews.withDocument(params, document => comparePlans(document, params, contextOf(params.textDocument.uri)));
        return work && withProgress(connection, params.workDoneToken, `Comparing with ${params.beforeLabel}`, report => inChunks(work, token, report));
    });
}

function arePlanFiles(files: unknown): boolean {
    return Array.isArray(files) && files.length <= fileLimits.files && files.every((file: Partial<PlanFile> | null) => isPlanUri(file?.uri) && typeof file?.text === 'string');
}

function isPlanUri(uri: unknown): boolean {
    try {
        return typeof uri === 'string' && URI.parse(uri, true).path !== '';
    } catch {
        return false;
    }
}
