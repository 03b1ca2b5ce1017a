import type { FileOperationHandler, LangiumSharedServices } from 'langium/lsp';
import { type CreateFilesParams, type DeleteFilesParams, type FileEvent, FileChangeType, type FileOperationOptions, type RenameFilesParams } from 'vscode-languageserver';

const folders = { filters: [{ pattern: { glob: '**/*', matches: 'folder' as const } }] };

/** Handles folders that the user creates, renames and deletes in the editor, like changes on disk: watchers of single files do not report them. */
export class SupFileOperations implements FileOperationHandler {
    readonly fileOperationOptions: FileOperationOptions = { didCreate: folders, didRename: folders, didDelete: folders };

    constructor(private readonly services: LangiumSharedServices) {}

    didCreateFiles({ files }: CreateFilesParams): void {
        this.changed(files.map(({ uri }) => ({ uri, type: FileChangeType.Created })));
    }

    didRenameFiles({ files }: RenameFilesParams): void {
        this.changed(files.flatMap(({ oldUri, newUri }) => [{ uri: oldUri, type: FileChangeType.Deleted }, { uri: newUri, type: FileChangeType.Created }]));
    }

    didDeleteFiles({ files }: DeleteFilesParams): void {
        this.changed(files.map(({ uri }) => ({ uri, type: FileChangeType.Deleted })));
    }

    private changed(changes: FileEvent[]): void {
        this.services.lsp.DocumentUpdateHandler.didChangeWatchedFiles?.({ changes });
    }
}
