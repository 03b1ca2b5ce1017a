import { commands, type Disposable, l10n, type LogOutputChannel, ProgressLocation, Uri, window, workspace, WorkspaceEdit, Position } from 'vscode';
import { type ImportedHierarchy, ImportRequest } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { requestWithProgress } from '../request-with-progress.js';

const importHierarchyCommand = 'sup.importHierarchy';

/** The command that makes a plan of exports: it shows what would be written, and after consent writes it and shows its problems. */
export function registerImportHierarchy(server: LanguageServer, output: LogOutputChannel): Disposable {
    return commands.registerCommand(importHierarchyCommand, async () => {
        const title = l10n.t('Import a Hierarchy');
        const files = await window.showOpenDialog({
            title, openLabel: l10n.t('Import'), canSelectMany: true,
            filters: { [l10n.t('Exports, site control files, tables')]: ['json', 'ct0', 'csv', 'tsv', 'txt'], [l10n.t('All files')]: ['*'] }
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
            void window.showErrorMessage(l10n.t('Nothing was imported: {0}', response.objection));
        } else {
            await write(response, folder, output);
        }
    });
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

/** Writes new files after the editor has shown them, and none over an existing one. */
async function write({ hierarchy, files, messages }: ImportedHierarchy, folder: Uri, output: LogOutputChannel): Promise<void> {
    const edit = new WorkspaceEdit();
    const annotation = { label: l10n.t('New plan of {0}', hierarchy), needsConfirmation: true };
    const uris = files.map(({ name }) => Uri.joinPath(folder, name));
    const existing = (await Promise.all(uris.map(async uri => await exists(uri) ? [uri] : []))).flat();
    if (existing.length > 0) {
        void window.showErrorMessage(l10n.t('Nothing was imported: {0} exists already, and an import writes only new files. Move it, or choose another folder.', existing.map(uri => workspace.asRelativePath(uri)).join(', ')));
        return;
    }
    uris.forEach((uri, i) => {
        edit.createFile(uri, { overwrite: false }, annotation);
        edit.insert(uri, new Position(0, 0), files[i]!.text, annotation);
    });
    const isWritten = await workspace.applyEdit(edit, { isRefactoring: true });
    if (isWritten && await exists(uris[0]!)) {
        await window.showTextDocument(uris[0]!);
        await commands.executeCommand('workbench.actions.view.problems');
        messages.forEach(message => output.warn(message));
        if (messages.length > 0) {
            void window.showWarningMessage(messages.length === 1 ? messages[0]! : l10n.t('{0} (and {1} more in the output)', messages[0]!, messages.length - 1));
        }
    }
}

async function exists(uri: Uri): Promise<boolean> {
    try {
        await workspace.fs.stat(uri);
        return true;
    } catch {
        return false;
    }
}
