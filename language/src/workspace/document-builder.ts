import { type BuildOptions, DefaultDocumentBuilder, DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken } from 'vscode-languageserver';
import type { SupServices } from '../sup-module.js';

/**
 * Checks, besides the documents that have changed, the others whose findings that touches: where a rule has looked at something that
 * is different now, and where a finding points at a place that may have moved.
 */
export class SupDocumentBuilder extends DefaultDocumentBuilder {
    constructor(private readonly services: LangiumSharedServices) {
        super(services);
    }

    /** Has documents checked again with the next update, because what holds for them has changed from outside, as settings do. */
    checkAgain(documents: Iterable<LangiumDocument>): void {
        for (const document of documents) {
            if (document.state === DocumentState.Validated) {
                this.resetToState(document, DocumentState.IndexedReferences);
            }
        }
    }

    protected override async buildDocuments(documents: LangiumDocument[], options: BuildOptions, cancelToken: CancellationToken): Promise<void> {
        this.prepareBuild(documents, options);
        await this.runCancelable(documents, DocumentState.Parsed, cancelToken, document => this.langiumDocumentFactory.update(document, cancelToken));
        await this.runCancelable(documents, DocumentState.IndexedContent, cancelToken, document => this.indexManager.updateContent(document, cancelToken));
        const others = this.touchedBy(new Set(documents));
        this.checkAgain(others);
        await super.buildDocuments([...documents, ...others], options, cancelToken);
    }

    private touchedBy(changed: ReadonlySet<LangiumDocument>): readonly LangiumDocument[] {
        const others = this.langiumDocuments.all.filter(document => document.state === DocumentState.Validated && !changed.has(document)).toArray();
        const stale = new Set((this.services.ServiceRegistry.all as readonly SupServices[]).flatMap(({ shelf }) => shelf.rules.staleAmong(others)));
        const moved = new Set([...changed].map(({ uri }) => uri.toString()));
        const pointsThere = ({ diagnostics = [] }: LangiumDocument): boolean =>
            diagnostics.some(({ relatedInformation = [] }) => relatedInformation.some(({ location }) => moved.has(location.uri)));
        return others.filter(document => stale.has(document) || pointsThere(document));
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
