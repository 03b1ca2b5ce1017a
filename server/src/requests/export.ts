import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { SupServices } from '@sup/language';
import { type ExportParams, ExportRequest } from '@sup/protocol/server';
import type { RunOptions } from '@sup/simulation';
import { exportPlan } from '../preview/export-plan.js';
import type { Previews } from '../preview/previews.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, namesDocument } from './answer.js';

/** Answers the hierarchy of a document as a picture or a report. */
export function handleExport(connection: Connection, services: SupServices, previews: Previews, optionsFor: (document: LangiumDocument) => RunOptions): void {
    answer(connection, ExportRequest, {
        takes: 'a document, a format, a theme, a direction and, for Markdown, the name of a picture',
        isSound: params => namesDocument(params) && isOneOf(params.format, formats) && isOneOf(params.theme, themes) && isOneOf(params.direction, directions) && (params.picture === undefined || typeof params.picture === 'string')
    }, async (params, token) => {
        const work = await previews.about(params, document => exportPlan(services, document, params, optionsFor));
        return work && withProgress(connection, params.workDoneToken, 'Report', report => inChunks(work, token, report));
    });
}

const formats: readonly ExportParams['format'][] = ['html', 'markdown', 'svg'];
const themes: readonly ExportParams['theme'][] = ['light', 'dark'];
const directions: readonly ExportParams['direction'][] = ['down', 'right'];

const isOneOf = (value: unknown, all: readonly unknown[]): boolean => all.includes(value);
