import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { ComparePlansRequest, OrderRolloutRequest, type PlanFile, type PlanVariant, VariantsRequest } from '@sup/protocol/server';
import { fileLimits } from '@sup/model';
import { comparePlans, type ComparisonContext } from '../preview/compare-plans.js';
import { compareVariants } from '../preview/compare-variants.js';
import { playRollout } from '../preview/order-rollout.js';
import type { Previews } from '../preview/previews.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, hasDocument } from './answer.js';

/** Handles requests to compare the plan of a document with other versions of it: with one in detail or as a rollout, or with several in a table. */
export function handleCompare(connection: Connection, previews: Previews, contextOf: (uri: string) => ComparisonContext): void {
    answer(connection, ComparePlansRequest, {
        expected: 'a document, the files of another version with their texts, and two labels',
        isValid: params => hasDocument(params) && arePlanFiles(params.before) && typeof params.beforeLabel === 'string' && typeof params.afterLabel === 'string'
    }, async (params, token) => {
        const work = await previews.withDocument(params, document => comparePlans(document, params, contextOf(params.textDocument.uri)));
        return work && withProgress(connection, params.workDoneToken, `Comparing with ${params.beforeLabel}`, report => inChunks(work, token, report));
    });

    answer(connection, OrderRolloutRequest, {
        expected: 'a document, and the files of another version with their texts',
        isValid: params => hasDocument(params) && arePlanFiles(params.before)
    }, async (params, token) => {
        const work = await previews.withDocument(params, document => playRollout(document, params, contextOf(params.textDocument.uri)));
        return work && withProgress(connection, params.workDoneToken, 'Ordering the rollout', report => inChunks(work, token, report));
    });

    answer(connection, VariantsRequest, {
        expected: 'a document, its label, and up to 20 other versions, each with a label and its files with their texts',
        isValid: params => hasDocument(params) && typeof params.label === 'string' && Array.isArray(params.variants) && params.variants.length <= maxVariants
            && params.variants.every((variant: Partial<PlanVariant> | null) => typeof variant?.label === 'string' && arePlanFiles(variant.files))
    }, async (params, token) => {
        const work = await previews.withDocument(params, document => compareVariants(document, params, contextOf(params.textDocument.uri)));
        return work && withProgress(connection, params.workDoneToken, 'Comparing variants', report => inChunks(work, token, report));
    });
}

/** Each takes many simulations. */
const maxVariants = 20;

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
