import { basename } from 'node:path/posix';
import { commands, env, l10n, type LogOutputChannel, ProgressLocation, Uri, window, workspace } from 'vscode';
import { errorMessage } from '@sup/model';
import { type ExportParams, ExportRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../../language-server.js';
import { ask } from '../../ask.js';
import { type ExportFormat, exportFormats } from './formats.js';

/** Makes an SVG picture one of pixels; undefined where that is not possible. */
export type Rasterize = (svg: string) => Promise<Uint8Array | undefined>;

/** Has a person choose what to make of a plan and where to put it, and does so. */
export async function exportPlan(server: LanguageServer, output: LogOutputChannel, document: Uri, rasterize: Rasterize): Promise<void> {
    const format = await window.showQuickPick(exportFormats(), { placeHolder: l10n.t('Export as…'), matchOnDescription: true });
    const target = format && await window.showSaveDialog({ defaultUri: proposed(document, format), filters: { [format.files]: [format.extension] }, saveLabel: l10n.t('Export') });
    if (!format || !target) {
        return;
    }
    const make = (from: Pick<ExportParams, 'format' | 'theme' | 'picture'>): Promise<string | undefined> => ask(server, output, {
        type: ExportRequest,
        params: { textDocument: { uri: document.toString() }, ...from, direction: 'down' },
        progress: { location: ProgressLocation.Notification, title: l10n.t('Exporting {0}', basename(document.path)), cancellable: true },
        missing: l10n.t('This file is not one of a hierarchy.')
    });
    // A page has its picture inside; Markdown has it in a file beside, which is there before something refers to it.
    const picture = format.extension === 'md' ? target.with({ path: target.path.replace(/(\.[^./]*)?$/, '.svg') }) : undefined;
    const drawn = picture && await make({ format: 'svg', theme: format.from.theme });
    const text = picture && drawn === undefined ? undefined : await make({ ...format.from, ...picture && { picture: basename(picture.path) } });
    if (text === undefined) {
        return;
    }
    const content = format.extension === 'png' ? await rasterize(text) : bytes(text);
    if (!content) {
        void window.showErrorMessage(l10n.t('The picture could not be made as PNG. Please export it as SVG.'));
        return;
    }
    await write([...picture && drawn !== undefined ? [[picture, bytes(drawn)] as const] : [], [target, content]]);
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Beside the plan, where that is a file, with its name. */
function proposed(document: Uri, { extension }: ExportFormat): Uri | undefined {
    const path = `${document.path.replace(/\.sup$/, '')}.${extension}`;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    return document.scheme === 'untitled' ? folder && Uri.joinPath(folder, basename(path)) : document.with({ path });
}

/** Writes files one after another; the last is the one that was asked for. */
async function write(files: readonly (readonly [Uri, Uint8Array])[]): Promise<void> {
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
