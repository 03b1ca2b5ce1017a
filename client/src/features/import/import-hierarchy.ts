import { commands, Disposable, l10n, type LogOutputChannel, ProgressLocation, Uri, window, workspace } from 'vscode';
import { asSentence } from '@sup/model';
import { ImportRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { exportFilters, offerOtherFiles } from '../export-files.js';
import { fileExists } from '../file-exists.js';
import { requestWithProgress } from '../request-with-progress.js';
import { VirtualDocuments } from '../virtual-documents.js';

const importHierarchyCommand = 'sup.importHierarchy';

/** The command that makes a plan of exports: it shows the plan, writes it after the user has agreed, and shows its problems. */
export function registerImportHierarchy(server: LanguageServer, output: LogOutputChannel): Disposable {
    const previews = new VirtualDocuments('sup-import');
    return Disposable.from(previews, commands.registerCommand(importHierarchyCommand, async () => {
        const title = l10n.t('Import a Hierarchy');
        const files = await window.showOpenDialog({
            title, openLabel: l10n.t('Import'), canSelectMany: true, filters: exportFilters()
        });
        const folder = files && await folderFor(files[0]!);
        const layout = folder && await window.showQuickPick([
            { label: l10n.t('One file'), branches: false },
            { label: l10n.t('One file for each branch'), branches: true, detail: l10n.t('The central site, and each site below it with its own sites, in files of their own') }
        ], { title });
        const response = layout && await requestWithProgress(server, output, {
            type: ImportRequest, params: { files: files.map(String), branches: layout.branches, folder: String(folder) },
            progress: { location: ProgressLocation.Notification, title: l10n.t('Importing'), cancellable: true }, missing: ''
        });
        if (!response) {
            return;
        }
        if ('objection' in response) {
            void offerOtherFiles(l10n.t('Nothing was imported: {0}', response.objection), () => commands.executeCommand(importHierarchyCommand));
        } else {
            response.messages.forEach(message => output.warn(message));
            const targets = response.files.map(({ name, text }): NewFile => ({ uri: Uri.joinPath(folder, name), name, text }));
            await showPreview(response.hierarchy, targets, folder, previews);
            if (await isConfirmed(targets, response.messages)) {
                await write(targets);
            }
        }
    }));
}

/** The folder of the new plan: that of the window if there is one; undefined if the user cancels. */
async function folderFor(file: Uri): Promise<Uri | undefined> {
    const folders = workspace.workspaceFolders ?? [];
    const [folder, ...others] = folders;
    if (folder && others.length === 0) {
        return folder.uri;
    }
    const title = l10n.t('Folder of the New Plan');
    return folder ? (await window.showWorkspaceFolderPick({ placeHolder: title }))?.uri
        : (await window.showOpenDialog({ title, openLabel: l10n.t('Choose'), canSelectFiles: false, canSelectFolders: true, defaultUri: Uri.joinPath(file, '..') }))?.[0];
}

/** A file of the new plan. */
interface NewFile {
    readonly uri: Uri;
    readonly name: string;
    readonly text: string;
}

/** Shows the text of all files in one read-only document. */
async function showPreview(hierarchy: string, targets: readonly NewFile[], folder: Uri, previews: VirtualDocuments): Promise<void> {
    const preview = previews.write(`${hierarchy}.sup`, String(folder), targets.map(({ name, text }) => targets.length === 1 ? text : `// ${name}\n\n${text}`).join('\n'));
    await window.showTextDocument(preview, { preview: true });
}

/** Asks whether to write the files. The question includes the messages about the exports. */
async function isConfirmed(targets: readonly NewFile[], messages: readonly string[]): Promise<boolean> {
    const yes = l10n.t('Write');
    const first = workspace.asRelativePath(targets[0]!.uri);
    const question = targets.length === 1 ? l10n.t('Write this plan to {0}?', first) : l10n.t('Write this plan to {0} files, beginning with {1}?', targets.length, first);
    const text = [question, ...messages.map(asSentence)].join(' ');
    return await (messages.length > 0 ? window.showWarningMessage(text, yes) : window.showInformationMessage(text, yes)) === yes;
}

/** Writes the files unless one exists, and shows the first one and the problems of the plan. */
async function write(targets: readonly NewFile[]): Promise<void> {
    for (const { uri } of targets) {
        if (await fileExists(uri)) {
            void window.showErrorMessage(l10n.t('Nothing was written: {0} exists already, and an import writes only new files. Move it, or choose another folder.', workspace.asRelativePath(uri)));
            return;
        }
    }
    for (const { uri, text } of targets) {
        await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
    await window.showTextDocument(targets[0]!.uri);
    await commands.executeCommand('workbench.actions.view.problems');
}
