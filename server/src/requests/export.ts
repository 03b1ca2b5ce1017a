import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { SupServices } from '@sup/language';
import { type ExportParams, ExportRequest } from '@sup/protocol/server';
import { extents, layerNames } from '@sup/picture';
import type { RunOptions } from '@sup/simulation';
import { exportPlan } from '../preview/export-plan.js';
import type { Previews } from '../preview/previews.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, hasDocument } from './answer.js';

/** Handles requests to export the hierarchy of a document as a picture or a report. */
export function handleExport(connection: Connection, services: SupServices, previews: Previews, optionsFor: (document: LangiumDocument) => RunOptions): void {
    answer(connection, ExportRequest, {
        expected: 'a document, a format, a theme, a direction and, if it has them, an extent, a layer and the name of a picture',
        isValid: params => hasDocument(params) && isOneOf(params.format, formats) && isOneOf(params.theme, themes) && isOneOf(params.direction, directions) && (params.extent === undefined || isOneOf(params.extent, extents)) && (params.layer === undefined || isOneOf(params.layer, layerNames)) && (params.picture === undefined || typeof params.picture === 'string')
    }, async (params, token) => {
        const work = await previews.withDocument(params, document => exportPlan(services, document, params, optionsFor));
        return work && withProgress(connection, params.workDoneToken, params.format === 'svg' || params.format === 'mermaid' ? 'Drawing the plan' : 'Creating the report', report => inChunks(work, token, report));
    });
}

const formats: readonly ExportParams['format'][] = ['html', 'markdown', 'svg', 'mermaid'];
const themes: readonly ExportParams['theme'][] = ['light', 'dark'];
const directions: readonly ExportParams['direction'][] = ['down', 'right'];

const isOneOf = (value: unknown, all: readonly unknown[]): boolean => all.includes(value);
