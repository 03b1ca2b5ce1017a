import { DefaultWorkspaceManager, type FileSystemNode, isOperationCancelled, type LangiumDocument, type Stream, URI, UriUtils, type WorkspaceFolder } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken, InitializeParams } from 'vscode-languageserver';
import { errorMessage, errorStack, fileLimits, number } from '@sup/model';
import { isSkippedFolder } from './skipped-folders.js';

/** Loads the workspace, and is ready afterwards even if loading failed: requests wait for it. */
export class SupWorkspaceManager extends DefaultWorkspaceManager {
    override initialBuildOptions = { validation: true };

    constructor(services: LangiumSharedServices, private readonly report: (message: string) => void) {
        super(services);
    }

    /** Normalizes the addresses of the folders as those of documents are: they are compared as texts. */
    override initialize(params: InitializeParams): void {
        super.initialize({ ...params, workspaceFolders: foldersOf(params).map(({ uri, name }) => ({ uri: URI.parse(uri).toString(), name })) });
    }

    override async initializeWorkspace(folders: WorkspaceFolder[], cancelToken?: CancellationToken): Promise<void> {
        try {
            await super.initializeWorkspace(folders, cancelToken);
        } catch (error) {
            if (isOperationCancelled(error)) {
                throw error; // a change came in between; the build that it starts continues from here
            }
            this.report(`The workspace could not be loaded completely: ${errorStack(error)}`);
        } finally {
            this._ready.resolve();
        }
    }

    override shouldIncludeEntry(entry: FileSystemNode): boolean {
        if (entry.isDirectory) {
            return !isSkippedFolder(UriUtils.basename(entry.uri));
        }
        return super.shouldIncludeEntry(entry);
    }

    protected override async traverseFolder(folder: URI, uris: URI[]): Promise<void> {
        let entries: FileSystemNode[];
        try {
            entries = await this.fileSystemProvider.readDirectory(folder);
        } catch (error) {
            this.report(`The folder ${folder.toString(true)} could not be read: ${errorMessage(error)}`);
            return;
        }
        for (const entry of entries.filter(candidate => this.shouldIncludeEntry(candidate))) {
            if (entry.isDirectory) {
                await this.traverseFolder(entry.uri, uris);
            } else if (entry.isFile) {
                uris.push(entry.uri);
            }
        }
    }

    protected override async loadWorkspaceDocuments(uris: Stream<URI>, collect: (document: LangiumDocument) => void): Promise<void> {
        const all = uris.toArray();
        if (all.length > fileLimits.files) {
            this.report(`The workspace has ${number(all.length)} .sup files; the first ${number(fileLimits.files)} are analyzed. Open a smaller folder to analyze the others.`);
        }
        const documents: (LangiumDocument | undefined)[] = [];
        const rest = all.slice(0, fileLimits.files).entries();
        const readRest = async (): Promise<void> => {
            for (const [i, uri] of rest) {
                documents[i] = await this.load(uri);
            }
        };
        await Promise.all(Array.from({ length: readAtOnce }, readRest));
        documents.forEach(document => document && collect(document));
    }

    private async load(uri: URI): Promise<LangiumDocument | undefined> {
        try {
            return await this.langiumDocuments.getOrCreateDocument(uri);
        } catch (error) {
            this.report(`The file ${uri.toString(true)} could not be read: ${errorMessage(error)}`);
            return undefined;
        }
    }
}

/** The number of files that are read concurrently: on a network share each read may take seconds. */
const readAtOnce = 16;

/** The workspace folders; older clients send only one, as `rootUri` or `rootPath`. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly WorkspaceFolder[] {
    const root = rootUri ?? (rootPath ? URI.file(rootPath).toString() : undefined);
    return workspaceFolders ?? (root === undefined ? [] : [{ uri: root, name: root }]);
}
