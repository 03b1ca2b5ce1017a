import { basename } from 'node:path/posix';
import { commands, env, l10n, type LogOutputChannel, ProgressLocation, type Uri, window, workspace } from 'vscode';
import { errorMessage } from '@sup/model';
import { type ExportParams, ExportRequest, PreviewRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../../language-server.js';
import { requestWithProgress } from '../../request-with-progress.js';
import { exportFormats } from './formats.js';
import { askForWidth, widthOf } from './picture-width.js';
import { pictureTarget, proposedTarget } from './target.js';

/** Rasterizes an SVG picture, `scale` pixels for each of its units; undefined if that fails. */
export type Rasterize = (svg: string, scale: number) => Promise<Uint8Array | undefined>;

export interface ExportOptions {
    /** The layer that the picture of the page shows. Exported pictures show it too. */
    readonly layer: ExportParams['layer'];
    readonly rasterize: Rasterize;
}

/** Lets the user choose a format and a file, and exports the plan. */
export async function exportPlan(server: LanguageServer, output: LogOutputChannel, document: Uri, { layer, rasterize }: ExportOptions): Promise<void> {
    const textDocument = { uri: document.toString() };
    const format = await window.showQuickPick(exportFormats(), { placeHolder: layer ? l10n.t('Export as… Pictures show the layer of the preview.') : l10n.t('Export as…'), matchOnDescription: true });
    const title = format && await titleOf(server, textDocument);
    const target = format && await window.showSaveDialog({ defaultUri: proposedTarget(document, title, format.extension), filters: { [format.files]: [format.extension] }, saveLabel: l10n.t('Export') });
    if (!format || !target) {
        return;
    }
    const render = (from: Pick<ExportParams, 'format' | 'theme' | 'extent' | 'picture'>): Promise<string | undefined> => requestWithProgress(server, output, {
        type: ExportRequest,
        params: { textDocument, ...from, layer, direction: 'down' },
        progress: { location: ProgressLocation.Notification, title: l10n.t('Exporting {0}', basename(document.path)), cancellable: true },
        missing: l10n.t('This file does not belong to a hierarchy.')
    });
    // HTML embeds its picture. Markdown refers to a picture file in the same folder, which is therefore written first.
    const picture = format.extension === 'md' ? await pictureTarget(target) : undefined;
    const drawn = picture && await render({ format: 'svg', theme: format.from.theme });
    const text = picture && drawn === undefined ? undefined : await render({ ...format.from, ...picture && { picture: basename(picture.path) } });
    if (text === undefined) {
        return;
    }
    const width = format.extension === 'png' ? await askForWidth(text) : undefined;
    if (format.extension === 'png' && width === undefined) {
        return;
    }
    const content = width === undefined ? bytes(text) : await rasterize(text, width / widthOf(text));
    if (!content) {
        void window.showErrorMessage(l10n.t('The PNG picture could not be created. Export the picture as SVG instead.'));
        return;
    }
    await writeExport([...picture && drawn !== undefined ? [[picture, bytes(drawn)] as const] : [], [target, content]]);
}

/** The name of the hierarchy; undefined if it has none, or the server does not answer, which the export itself reports. */
async function titleOf(server: LanguageServer, textDocument: ExportParams['textDocument']): Promise<string | undefined> {
    try {
        return (await server.request(PreviewRequest, { textDocument }))?.scene.title;
    } catch {
        return undefined;
    }
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes files in order. The last one is the export itself. */
export async function writeExport(files: readonly (readonly [Uri, Uint8Array])[]): Promise<void> {
    const [target] = files.at(-1)!;
    try {
        for (const [file, content] of files) {
            await workspace.fs.writeFile(file, content);
        }
    } catch (error) {
        void window.showErrorMessage(l10n.t('{0} could not be written: {1}', basename(target.path), errorMessage(error)));
        return;
    }
    const open = l10n.t('Open');
    if (await window.showInformationMessage(l10n.t('{0} has been written.', basename(target.path)), open) === open) {
        await (target.path.endsWith('.html') ? env.openExternal(target) : commands.executeCommand('vscode.open', target));
    }
}
