import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, WorkspaceFolder } from 'vscode-languageserver';

/** The paths of the workspace folders on the local disk. */
export function foldersOnDisk({ workspace }: LangiumSharedServices): readonly string[] {
    return (workspace.WorkspaceManager.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
}

/** Tracks the folders that the editor opens and closes while the server runs. Calls `onChanged` with the folders to read and the files to remove. */
export function followFolders(connection: Connection, { lsp, workspace }: LangiumSharedServices, onChanged: (added: URI[], removedFiles: URI[]) => void): void {
    let isSupported = false;
    lsp.LanguageServer.onInitialize(({ capabilities }) => {
        isSupported = capabilities.workspace?.workspaceFolders === true;
    });
    const update = (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void => {
        const workspaceFolders = [...(workspace.WorkspaceManager.workspaceFolders ?? []).filter(folder => !isOneOf(folder, removed)), ...added];
        workspace.WorkspaceManager.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders });
        const removedFiles = workspace.LangiumDocuments.all.map(({ uri }) => uri)
            .filter(uri => isInside(uri, removed) && !isInside(uri, workspaceFolders) && !workspace.TextDocuments.get(uri));
        onChanged(added.map(({ uri }) => URI.parse(uri)), removedFiles.toArray());
    };
    lsp.LanguageServer.onInitialized(() => {
        if (isSupported) {
            connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => update(added, removed));
        }
    });
}

function isOneOf({ uri }: WorkspaceFolder, folders: readonly WorkspaceFolder[]): boolean {
    return folders.some(folder => URI.parse(folder.uri).toString() === uri);
}

function isInside(uri: URI, folders: readonly WorkspaceFolder[]): boolean {
    const text = uri.toString();
    return folders.some(folder => text.startsWith(URI.parse(folder.uri).toString().replace(/\/?$/, '/')));
}
