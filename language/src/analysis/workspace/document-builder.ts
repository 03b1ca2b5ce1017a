import { type AstNode, type BuildOptions, DefaultDocumentBuilder, DocumentState, isOperationCancelled, type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken } from 'vscode-languageserver';
import { SegmentedFile } from '../../syntax/segments/segmented-file.js';
import type { AnalysisServices } from '../services.js';
import { noDocument, WaitingForAll, WaitingRequests } from './waiting-requests.js';

/**
 * Checks, besides the documents that have changed, the others whose findings that touches: where a rule has looked at something that
 * is different now, and where a finding points at a place that may have moved.
 */
export class SupDocumentBuilder extends DefaultDocumentBuilder {
    private readonly waiting = new WaitingRequests((uri, state) => this.isReached(uri, state));
    private readonly waitingForAll = new WaitingForAll();

    constructor(private readonly services: LangiumSharedServices) {
        super(services);
    }

    /** Where an analysis fails, nobody waits for it any longer. */
    override async update(changed: URI[], deleted: URI[], cancelToken?: CancellationToken): Promise<void> {
        try {
            await super.update(changed, deleted, cancelToken);
            this.waiting.settle(uri => !this.isOpen(uri));
            this.waitingForAll.settle(this.currentState);
        } catch (error) {
            if (!isOperationCancelled(error)) {
                this.waitingForAll.settle(DocumentState.Validated);
            }
            this.waiting.settle(uri => !isOperationCancelled(error) || !this.isOpen(uri) && !this.langiumDocuments.hasDocument(uri));
            throw error;
        }
    }

    override async build<T extends AstNode>(documents: LangiumDocument<T>[], options?: BuildOptions, cancelToken?: CancellationToken): Promise<void> {
        await super.build(documents, options, cancelToken);
        this.waitingForAll.settle(this.currentState);
    }

    /** Has documents checked again with the next update, because what holds for them has changed from outside, as settings do. */
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
        const others = this.touchedBy(new Set(documents));
        this.checkAgain(others);
        await super.buildDocuments([...documents, ...others], options, cancelToken);
    }

    private touchedBy(changed: ReadonlySet<LangiumDocument>): readonly LangiumDocument[] {
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

    /** What is open under another extension is a plan only as long as it is open. */
    private isPlan({ uri }: LangiumDocument): boolean {
        return this.serviceRegistry.hasServices(uri);
    }

    private isOpen(uri: URI): boolean {
        return this.services.workspace.TextDocuments.get(uri) !== undefined;
    }

    /** Whether a document is read as it is in the editor: the text changes at once, and the tree when its turn comes. */
    private isRead(document: LangiumDocument): boolean {
        const open = this.services.workspace.TextDocuments.get(document.uri);
        return !open || (document.parseResult instanceof SegmentedFile && document.parseResult.text === open.getText());
    }

    private isReached(uri: URI, state: DocumentState): boolean {
        const document = this.langiumDocuments.getDocument(uri);
        return document !== undefined && this.isPlan(document) && document.state >= state && this.isRead(document);
    }

    /** Waits for a document that is open and not read yet, too; and not for one that is gone. */
    protected override awaitDocumentState(state: DocumentState, uri: URI, cancelToken: CancellationToken): Promise<URI> {
        if (!this.serviceRegistry.hasServices(uri)) {
            // It was a plan only as long as it was open; it may take a moment until it is forgotten.
            return Promise.reject(noDocument(uri));
        }
        if (this.isReached(uri, state)) {
            return Promise.resolve(uri);
        }
        const isUnknown = !this.langiumDocuments.hasDocument(uri) && !this.isOpen(uri);
        return isUnknown ? super.awaitDocumentState(state, uri, cancelToken) : this.waiting.add(uri, state, cancelToken);
    }

    /** Langium's own waits for the next announcement, which never comes for who asks while one is being made. */
    protected override awaitBuilderState(state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        return this.currentState >= state ? Promise.resolve() : this.waitingForAll.add(state, cancelToken);
    }

    /** Says what a document has reached, also when the analysis is cancelled right now: nobody would say it again. */
    protected override async notifyDocumentPhase(document: LangiumDocument, state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        this.waiting.settle();
        for (const listener of [...this.documentPhaseListeners.get(state)]) {
            await listener(document, cancelToken);
        }
    }

    /** Says so as well where there was nothing to do: somebody may wait for the end. */
    protected override async notifyBuildPhase(documents: LangiumDocument[], state: DocumentState, cancelToken: CancellationToken): Promise<void> {
        this.waitingForAll.settle(state);
        if (documents.length > 0) {
            return super.notifyBuildPhase(documents, state, cancelToken);
        }
        for (const listener of [...this.buildPhaseListeners.get(state)]) {
            await listener(documents, cancelToken);
        }
    }

    /** There is one kind of check, and it is made as a whole. */
    protected override resultsAreIncomplete(): boolean {
        return false;
    }

    /** Names are looked up when somebody asks what they name, so that no document holds links that another could break. */
    protected override shouldRelink(): boolean {
        return false;
    }
}

/** Has all documents checked again with the next update. */
export function checkAllAgain({ DocumentBuilder, LangiumDocuments }: LangiumSharedServices['workspace']): void {
    (DocumentBuilder as SupDocumentBuilder).checkAgain(LangiumDocuments.all);
}

/** Waits until every open document is read as it is now. */
export async function openDocumentsRead({ DocumentBuilder, TextDocuments }: LangiumSharedServices['workspace']): Promise<void> {
    await Promise.allSettled([...TextDocuments.all()].map(({ uri }) => DocumentBuilder.waitUntil(DocumentState.IndexedContent, URI.parse(uri))));
}
