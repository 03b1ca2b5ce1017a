import { isOperationCancelled, type LangiumDocuments, type URI, URI as Uri, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import { type DidChangeWatchedFilesParams, type FileEvent, FileChangeType, type FileSystemWatcher, type TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { errorStack } from '@sup/model';
import { CollectedChanges } from './collected-changes.js';
import type { SupDocumentBuilder } from './document-builder.js';
import { foldersAmong } from './folders-among.js';
import { isInSkippedFolder } from './skipped-folders.js';

/** In a workspace with more folders, those that are missing are not looked for: it would take too long. */
const maxFolders = 500;

/** Any other file of a workspace can be large, or change often. */
const watchedFiles = ['**/*.sup', '**/sup.config.json'];

/**
 * Passes changes to the document builder. A failing build is logged and never ends the process. The client watches plans and configuration files
 * only. Folders that it renames or deletes it reports as operations (`file-operations.ts`); those that another program deletes are noticed with
 * the next change.
 */
export class SupDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
    private readonly documents: LangiumDocuments;
    private processed = Promise.resolve();
    private readonly changes = new CollectedChanges(() => this.cancelAnalysis(), (changed, deleted) => this.update(changed, deleted));

    constructor(private readonly services: LangiumSharedServices, private readonly report: (message: string) => void) {
        super(services);
        this.documents = services.workspace.LangiumDocuments;
        (services.workspace.DocumentBuilder as SupDocumentBuilder).beforeWait = () => this.changes.flush();
    }

    protected override getWatchers(): FileSystemWatcher[] {
        return watchedFiles.map(globPattern => ({ globPattern }));
    }

    /** Reads a closed document from disk again, since it may not have been saved, or removes it if there is no such plan on disk. */
    didCloseDocument(event: TextDocumentChangeEvent<TextDocument>): void {
        const uri = Uri.parse(event.document.uri);
        const isPlan = UriUtils.extname(uri) === '.sup' && !this.isSkipped(uri.toString());
        const isFile = isPlan && this.services.workspace.FileSystemProvider.stat(uri).then(stat => stat.isFile, () => false);
        const done = this.changes.hold();
        this.changes.forget(uri);
        void Promise.resolve(isFile).then(exists => {
            done();
            if (exists) {
                this.fireDocumentUpdate([uri], []);
            } else if (!this.services.workspace.TextDocuments.get(uri)) {
                this.fireDocumentUpdate([], [uri]);
            }
        });
    }

    override didChangeWatchedFiles(params: DidChangeWatchedFilesParams): void {
        this.onWatchedFilesChangeEmitter.fire(params);
        // Changes are processed one after another: to determine whether a new entry is a folder takes an asynchronous request to the disk.
        this.processed = this.processed.then(() => this.process(params.changes)).catch((error: unknown) => this.report(`A change on disk could not be processed: ${errorStack(error)}`));
    }

    private async process(changes: readonly FileEvent[]): Promise<void> {
        const missing = await this.missingFolders(changes);
        if (missing.length > 0) {
            this.onWatchedFilesChangeEmitter.fire({ changes: missing });
        }
        // A file can have replaced a folder of the same name.
        const folders = new Set(missing.map(({ uri }) => uri));
        const relevant = await this.concerningPlans([...changes, ...missing]);
        const uris = (changes: readonly FileEvent[]): URI[] => [...new Set(changes.map(change => change.uri))].map(uri => Uri.parse(uri));
        const changed = uris(relevant.filter(change => change.type !== FileChangeType.Deleted));
        // A document that is open in the editor stays, whatever happens on disk to its file or a folder around it.
        const deleted = uris(relevant.filter(change => change.type === FileChangeType.Deleted)).flatMap(uri => folders.has(uri.toString()) ? this.documentsIn(uri) : this.documentsAt(uri))
            .filter(uri => !this.services.workspace.TextDocuments.get(uri));
        if (changed.length > 0 || deleted.length > 0) {
            this.fireDocumentUpdate(changed, deleted);
        }
    }

    /** The folders of closed plans that no longer exist or are files now, as deletions: another program has moved, deleted or replaced them. */
    private async missingFolders(changes: readonly FileEvent[]): Promise<FileEvent[]> {
        const { FileSystemProvider, TextDocuments } = this.services.workspace;
        const closed = this.documents.all.map(({ uri }) => uri).filter(uri => uri.scheme === 'file' && !TextDocuments.get(uri));
        const folders = [...new Set(closed.map(uri => UriUtils.dirname(uri).toString()))];
        if (folders.length > maxFolders || changes.every(({ type }) => type === FileChangeType.Changed)) {
            return [];
        }
        const isMissing = await Promise.all(folders.map(uri => FileSystemProvider.stat(Uri.parse(uri)).then(({ isDirectory }) => !isDirectory, isNotFound)));
        return folders.flatMap((uri, i) => isMissing[i] ? { uri, type: FileChangeType.Deleted } : []);
    }

    /** A file itself, or the documents in a folder. */
    private documentsAt(uri: URI): readonly URI[] {
        return this.documents.hasDocument(uri) ? [uri] : this.documentsIn(uri);
    }

    private documentsIn(folder: URI): readonly URI[] {
        const start = `${folder.toString().replace(/\/$/, '')}/`;
        return this.documents.all.map(({ uri }) => uri).filter(uri => uri.toString().startsWith(start)).toArray();
    }

    private async concerningPlans(changes: readonly FileEvent[]): Promise<readonly FileEvent[]> {
        const isPlan = ({ uri }: FileEvent): boolean => UriUtils.extname(Uri.parse(uri)) === '.sup';
        const isNew = ({ type }: FileEvent): boolean => type !== FileChangeType.Deleted;
        const others = changes.filter(change => isNew(change) && !isPlan(change)).map(({ uri }) => Uri.parse(uri)).filter(uri => !this.isSkipped(`${uri.toString()}/`));
        const folders = await foldersAmong(others, this.services.workspace.FileSystemProvider);
        return changes.filter(change => {
            const uri = Uri.parse(change.uri);
            return !isNew(change) ? isPlan(change) || this.documentsAt(uri).length > 0 : isPlan(change) ? !this.isSkipped(uri.toString()) : folders.has(uri.toString());
        });
    }

    /** Whether the initial scan of the workspace skips an address. */
    private isSkipped(uri: string): boolean {
        return isInSkippedFolder(uri, (this.services.workspace.WorkspaceManager.workspaceFolders ?? []).map(folder => folder.uri));
    }

    protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
        this.changes.add(changed, deleted);
    }

    private cancelAnalysis(): void {
        void this.workspaceManager.ready.then(() => this.workspaceLock.cancelWrite());
    }

    private update(changed: URI[], deleted: URI[]): void {
        this.workspaceManager.ready
            .then(() => this.workspaceLock.write(token => this.documentBuilder.update(changed, deleted, token)))
            .catch((error: unknown) => {
                if (!isOperationCancelled(error)) {
                    this.report(`A change could not be analyzed: ${errorStack(error)}`);
                }
            });
    }
}

/** Whether the file system has no such entry; any other error may pass. The error of the file system may be the cause of that of its provider. */
function isNotFound(error: unknown): boolean {
    const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
    return code === 'ENOENT' || (typeof cause === 'object' && cause !== null && isNotFound(cause));
}
