import { type AstNode, type BuildOptions, DefaultDocumentBuilder, DocumentState, isOperationCancelled, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { CancellationToken } from 'vscode-languageserver';
import { SegmentedFile } from '../../syntax/segments/segmented-file.js';
import type { AnalysisServices } from '../services.js';
import { noDocument, PendingForAll, PendingRequests } from './waiting-requests.js';

/**
 * Re-checks, after a change, the changed documents and those that the change affects: documents in which a dependency of a rule has
 * changed, and documents with a finding that points into a changed file.
 */
export class SupDocumentBuilder extends DefaultDocumentBuilder {
    private readonly pending = new PendingRequests((uri, state) => this.isReached(uri, state));
    private readonly pendingForAll = new PendingForAll();
    /** Starts the analysis of changes that have arrived, before a request waits for it. */
    beforeWait = (): Promise<void> => Promise.resolve();

    constructor(private readonly services: LangiumSharedServices) {
        super(services);
    }

    /** If an analysis fails, the requests that wait for it are rejected. */
    override async update(changed: URI[], deleted: URI[], cancelToken?: CancellationToken): Promise<void> {
        try {
            await super.update(changed, deleted, cancelToken);
            this.pending.settle(uri => !this.isOpen(uri));
            this.pendingForAll.settle(this.currentState);
        } catch (error) {
            if (!isOperationCancelled(error)) {
                this.pendingForAll.settle(DocumentState.Validated);
            }
            this.pending.settle(uri => !isOperationCancelled(error) || !this.isOpen(uri) && !this.langiumDocuments.hasDocument(uri));
            throw error;
        }
    }

    override async build<T extends AstNode>(documents: LangiumDocument<T>[], options?: BuildOptions, cancelToken?: CancellationToken): Promise<void> {
        await super.build(documents, options, cancelToken);
        this.pendingForAll.settle(this.currentState);
    }

    /** Marks documents to be re-checked with the next update, because something outside them has changed, such as a setting. */
    checkAgain(documents: Iterable<LangiumDocument>): void {
        for (const document of documents) {
            if (document.state === DocumentState.Validated) {
                this.resetToState(document, DocumentState.IndexedReferences);
            }
        }
    }

    protected override async buildDocuments(all: LangiumDocument[], options: BuildOptions, cancelToken: CancellationToken): Promise<void> {
        const documents = all.filter(document => this.isPlan(document));
        this.prepareBuild(documents, options);
        await this.runCancelable(documents, DocumentState.Parsed, cancelToken, document => this.langiumDocumentFactory.update(document, cancelToken));
        await this.runCancelable(documents, DocumentState.IndexedContent, cancelToken, document => this.indexManager.updateContent(document, cancelToken));
        const others = this.affectedBy(new Set(documents));
        this.checkAgain(others);
        await super.buildDocuments([...documents, ...others], options, cancelToken);
    }

    private affectedBy(changed: ReadonlySet<LangiumDocument>): readonly LangiumDocument[] {
        const others = this.langiumDocuments.all.filter(document => document.state === DocumentState.Validated && !changed.has(document)).toArray();
        const stale = new Set((this.services.ServiceRegistry.all as readonly AnalysisServices[]).flatMap(({ analysis }) => analysis.staleAmong(others)));
        const moved = new Set([...changed].map(({ uri }) => uri.toString()));
        const pointsThere = ({ diagnostics = [] }: LangiumDocument): boolean =>
            diagnostics.some(({ relatedInformation = [] }) => relatedInformation.some(({ location }) => moved.has(location.uri)));
        return others.filter(document => stale.has(document) || pointsThere(document));
    }

    override resetToState<T extends AstNode>(document: LangiumDocument<T>, state: DocumentState): void {
        if (this.isPlan(document)) {
            super.resetToState(document, state);
        }
    }

    /** Whether a document is a plan. A file with another extension is one only while it is open in the editor as such. */
    private isPlan({ uri }: LangiumDocument): boolean {
        return this.serviceRegistry.hasServices(uri);
    }

    private isOpen(uri: URI): boolean {
        return this.services.workspace.TextDocuments.get(uri) !== undefined;
    }

    /** Whether a document's tree fits the text in the editor: the text changes at once, the tree with the next build. */
    private isUpToDate(document: LangiumDocument): boolean {
        const open = this.services.workspace.TextDocuments.get(document.uri);
        return !open || (document.parseResult instanceof SegmentedFile && document.parseResult.text === open.getText());
    }

    private isReached(uri: URI, state: DocumentState): boolean {
        const document = this.langiumDocuments.getDocument(uri);
        return document !== undefined && this.isPlan(document) && document.state >= state && this.isUpToDate(document);
    }

    /** Unlike Langium, also waits for a document that is open but not parsed yet, and does not wait for one that is gone. */
    protected override async awaitDocumentState(state: DocumentState, uri: URI, cancelToken: CancellationToken): Promise<URI> {
        await this.beforeWait();
        if (!this.serviceRegistry.hasServices(uri)) {
            // The document was a plan only while it was open, and Langium may still have it for a moment.
            throw noDocument(uri);
        }
        await this.neighboursParsed(uri, cancelToken);
        if (this.isReached(uri, state)) {
            return uri;
        }
        const isUnknown = !this.langiumDocuments.hasDocument(uri) && !this.isOpen(uri);
        return isUnknown ? super.awaitDocumentState(state, uri, cancelToken) : this.pending.add(uri, state, cancelToken);
    }

    /** Waits until the current texts of the other open documents of the hierarchy are parsed, since an answer about a document may depend on each of them. */
    private async neighboursParsed(uri: URI, cancelToken: CancellationToken): Promise<void> {
        const document = this.langiumDocuments.getDocument(uri);
        if (!document || !this.isPlan(document)) {
            return;
        }
        const { hierarchies } = (this.serviceRegistry.getServices(uri) as AnalysisServices).analysis;
        await this.parsed(open => {
            const other = this.langiumDocuments.getDocument(open);
            return other !== undefined && other !== document && hierarchies.keyOf(other) === hierarchies.keyOf(document);
        }, cancelToken);
    }

    /** Waits until the current texts of all open documents are parsed. */
    async openDocumentsParsed(): Promise<void> {
        await this.beforeWait();
        await this.parsed(() => true, CancellationToken.None);
    }

    /** Waits for one open document after the other: each one that is waited for is looked at after every step of an analysis, and there may be thousands. */
    private async parsed(isWanted: (uri: URI) => boolean, cancelToken: CancellationToken): Promise<void> {
        for (const { uri: open } of this.services.workspace.TextDocuments.all()) {
            const uri = URI.parse(open);
            if (this.serviceRegistry.hasServices(uri) && !this.isReached(uri, DocumentState.IndexedContent) && isWanted(uri)) {
                // One that is closed or deleted in the meantime is not part of the answer.
                await this.pending.add(uri, DocumentState.IndexedContent, cancelToken).catch((error: unknown) => {
                    if (isOperationCancelled(error)) {
                        throw error;
                    }
                });
            }
        }
    }

    /** Langium waits for the next notification, which never comes for a request that arrives while one is being sent. */
    protected override async awaitBuilderState(state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        await this.beforeWait();
        if (this.currentState < state) {
            await this.pendingForAll.add(state, cancelToken);
        }
    }

    /** Notifies even if the analysis was just cancelled: the notification would not be repeated. */
    protected override async notifyDocumentPhase(document: LangiumDocument, state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        this.pending.settle();
        for (const listener of [...this.documentPhaseListeners.get(state)]) {
            await listener(document, cancelToken);
        }
    }

    /** Notifies even if there was nothing to build: a request may wait for the end of the build. */
    protected override async notifyBuildPhase(documents: LangiumDocument[], state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        this.pendingForAll.settle(state);
        if (documents.length > 0) {
            return super.notifyBuildPhase(documents, state, cancelToken);
        }
        for (const listener of [...this.buildPhaseListeners.get(state)]) {
            await listener(documents, cancelToken);
        }
    }

    /** There is only one validation category, and it is always complete. */
    protected override resultsAreIncomplete(): boolean {
        return false;
    }

    /** Names are resolved on demand, so no document holds links that a change to another could break. */
    protected override shouldRelink(): boolean {
        return false;
    }
}

/** Marks all documents to be re-checked with the next update. */
export function checkAllAgain({ DocumentBuilder, LangiumDocuments }: LangiumSharedServices['workspace']): void {
    (DocumentBuilder as SupDocumentBuilder).checkAgain(LangiumDocuments.all);
}

/** Waits until every open document is parsed as it is now. */
export async function openDocumentsParsed({ DocumentBuilder }: LangiumSharedServices['workspace']): Promise<void> {
    await (DocumentBuilder as SupDocumentBuilder).openDocumentsParsed();
}
