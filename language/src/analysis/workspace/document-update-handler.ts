import { isOperationCancelled, type LangiumDocuments, type URI, URI as Uri, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import { type DidChangeWatchedFilesParams, type FileEvent, FileChangeType, type TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { errorStack } from '@sup/model';
import { foldersAmong } from './folders-among.js';
import { isInSkippedFolder } from './skipped-folders.js';

/**
 * Brings changes to the document builder. A failing build is reported and never ends the process. All files are watched, since a
 * folder that is renamed or deleted tells of itself only; what cannot concern a plan is dropped here.
 */
export class SupDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
    private readonly documents: LangiumDocuments;
    private followed = Promise.resolve();

    constructor(private readonly services: LangiumSharedServices, private readonly report: (message: string) => void) {
        super(services);
        this.documents = services.workspace.LangiumDocuments;
    }

    /** A document closed without saving is read from disk again, or forgotten where there is no such file, or none with plans. */
    didCloseDocument(event: TextDocumentChangeEvent<TextDocument>): void {
        const uri = Uri.parse(event.document.uri);
        const isPlan = UriUtils.extname(uri) === '.sup' && !this.isSkipped(uri.toString());
        const isFile = isPlan && this.services.workspace.FileSystemProvider.stat(uri).then(stat => stat.isFile, () => false);
        void Promise.resolve(isFile).then(exists => {
            if (exists) {
                this.fireDocumentUpdate([uri], []);
            } else if (!this.services.workspace.TextDocuments.get(uri)) {
                this.fireDocumentUpdate([], [uri]);
            }
        });
    }

    override didChangeWatchedFiles(params: DidChangeWatchedFilesParams): void {
        this.onWatchedFilesChangeEmitter.fire(params);
        // One after another: whether something new is a folder is asked of the disk.
        this.followed = this.followed.then(() => this.follow(params.changes)).catch((error: unknown) => this.report(`A change on disk could not be followed: ${errorStack(error)}`));
    }

    private async follow(changes: readonly FileEvent[]): Promise<void> {
        const relevant = await this.concerningPlans(changes);
        const uris = (changes: readonly FileEvent[]): URI[] => [...new Set(changes.map(change => change.uri))].map(uri => Uri.parse(uri));
        const changed = uris(relevant.filter(change => change.type !== FileChangeType.Deleted));
        // What is open in the editor is the truth, whatever happens on disk, to it or to a folder around it.
        const deleted = uris(relevant.filter(change => change.type === FileChangeType.Deleted)).flatMap(uri => this.documentsAt(uri))
            .filter(uri => !this.services.workspace.TextDocuments.get(uri));
        if (changed.length > 0 || deleted.length > 0) {
            this.fireDocumentUpdate(changed, deleted);
        }
    }

    /** A file, or the documents in a folder. */
    private documentsAt(uri: URI): readonly URI[] {
        const folder = `${uri.toString().replace(/\/$/, '')}/`;
        return this.documents.hasDocument(uri) ? [uri] : this.documents.all.map(document => document.uri).filter(each => each.toString().startsWith(folder)).toArray();
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

    /** What the start of the server skips is skipped always. */
    private isSkipped(uri: string): boolean {
        return isInSkippedFolder(uri, (this.services.workspace.WorkspaceManager.workspaceFolders ?? []).map(folder => folder.uri));
    }

    protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
        this.workspaceManager.ready
            .then(() => this.workspaceLock.write(token => this.documentBuilder.update(changed, deleted, token)))
            .catch((error: unknown) => {
                if (!isOperationCancelled(error)) {
                    this.report(`A change could not be analysed: ${errorStack(error)}`);
                }
            });
    }
}
