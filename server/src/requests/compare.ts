import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { ComparePlansRequest, type PlanFile } from '@sup/protocol/server';
import { fileLimits } from '@sup/model';
import { comparePlans, type Surroundings } from '../preview/compare-plans.js';
import type { Previews } from '../preview/previews.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, namesDocument } from './answer.js';

/** Answers what the plan of a document means differently from another version of it. */
export function handleCompare(connection: Connection, previews: Previews, surroundingsOf: (uri: string) => Surroundings): void {
    answer(connection, ComparePlansRequest, {
        takes: 'a document, the files of another version with their texts, and two labels',
        isSound: params => namesDocument(params) && arePlanFiles(params.before) && typeof params.beforeLabel === 'string' && typeof params.afterLabel === 'string'
    }, async (params, token) => {
        const work = await previews.about(params, document => comparePlans(document, params, surroundingsOf(params.textDocument.uri)));
        return work && withProgress(connection, params.workDoneToken, params.beforeLabel, report => inChunks(work, token, report));
    });
}

function arePlanFiles(files: unknown): boolean {
    return Array.isArray(files) && files.length <= fileLimits.files && files.every((file: Partial<PlanFile> | null) => isAddress(file?.uri) && typeof file?.text === 'string');
}

function isAddress(uri: unknown): boolean {
    try {
        return typeof uri === 'string' && URI.parse(uri, true).path !== '';
    } catch {
        return false;
    }
}
