import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, WorkspaceFolder } from 'vscode-languageserver';

/** The paths of the workspace folders that are on this computer's disk. */
export function foldersOnDisk({ workspace }: LangiumSharedServices): readonly string[] {
    return (workspace.WorkspaceManager.workspaceFolders ?? []).map(({ uri }) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
}

/** Follows the folders that an editor opens and closes while the server runs: `changed` is given the ones to read and the files to forget. */
export function followFolders(connection: Connection, { lsp, workspace }: LangiumSharedServices, changed: (added: URI[], forgotten: URI[]) => void): void {
    let isTold = false;
    lsp.LanguageServer.onInitialize(({ capabilities }) => {
        isTold = capabilities.workspace?.workspaceFolders === true;
    });
    const follow = (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void => {
        const workspaceFolders = [...(workspace.WorkspaceManager.workspaceFolders ?? []).filter(folder => !isAmong(folder, removed)), ...added];
        workspace.WorkspaceManager.initialize({ processId: null, rootUri: null, capabilities: {}, workspaceFolders });
        const forgotten = workspace.LangiumDocuments.all.map(({ uri }) => uri)
            .filter(uri => isIn(uri, removed) && !isIn(uri, workspaceFolders) && !workspace.TextDocuments.get(uri));
        changed(added.map(({ uri }) => URI.parse(uri)), forgotten.toArray());
    };
    lsp.LanguageServer.onInitialized(() => {
        if (isTold) {
            connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => follow(added, removed));
        }
    });
}

function isAmong({ uri }: WorkspaceFolder, folders: readonly WorkspaceFolder[]): boolean {
    return folders.some(folder => URI.parse(folder.uri).toString() === uri);
}

function isIn(uri: URI, folders: readonly WorkspaceFolder[]): boolean {
    const text = uri.toString();
    return folders.some(folder => text.startsWith(URI.parse(folder.uri).toString().replace(/\/?$/, '/')));
}
