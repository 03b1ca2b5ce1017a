import { URI, UriUtils } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { formattedText, type SupServices } from '@sup/language';
import { type ImportedHierarchy, ImportRequest } from '@sup/protocol/server';
import { importInWorker } from '../import/import-in-worker.js';
import { isFileUri } from '../parameters/shapes.js';
import { withProgress } from '../scenarios/in-chunks.js';
import { answer } from './answer.js';
import { refuseCancelled } from './others-first.js';

/** Handles `sup/import`. `script`: the bundle of the worker that reads the exports. */
export function handleImport(connection: Connection, services: SupServices, script: string): void {
    answer(connection, ImportRequest, {
        expected: 'files on disk, a folder on disk, whether branches get files of their own and, if it has one, the name of the hierarchy',
        isValid: ({ files, folder, branches, hierarchy }) => Array.isArray(files) && files.length > 0 && files.every(isFileUri) && isFileUri(folder) && typeof branches === 'boolean'
            && (hierarchy === undefined || typeof hierarchy === 'string')
    }, ({ files, folder, branches, hierarchy, workDoneToken }, token) => withProgress(connection, workDoneToken, 'Importing', async () => {
        const result = await importInWorker(script, { paths: files.map(each => URI.parse(each).fsPath), branches, hierarchy }, token);
        return 'objection' in result ? result : laidOut(services, { hierarchy: result.hierarchy, files: [...result.files], messages: [...result.messages] }, URI.parse(folder), token);
    }));
}

/** The files as they are formatted in their folder. */
async function laidOut(services: SupServices, plan: ImportedHierarchy, folder: URI, token: CancellationToken): Promise<ImportedHierarchy> {
    const files: ImportedHierarchy['files'] = [];
    for (const { name, text } of plan.files) {
        refuseCancelled(token);
        const document = services.shared.workspace.LangiumDocumentFactory.fromString(text, UriUtils.joinPath(folder, name));
        files.push({ name, text: await formattedText(document, services) });
    }
    return { ...plan, files };
}
