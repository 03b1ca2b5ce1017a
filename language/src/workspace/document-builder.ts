import { DefaultDocumentBuilder, DocumentState, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';

/**
 * Checks all documents again after a change, not only the changed ones: most rules look at other sites, and Langium would keep
 * the findings of files that nothing refers to.
 */
export class SupDocumentBuilder extends DefaultDocumentBuilder {
    override async update(changed: URI[], deleted: URI[], cancelToken?: CancellationToken): Promise<void> {
        for (const document of this.langiumDocuments.all) {
            if (document.state === DocumentState.Validated) {
                this.resetToState(document, DocumentState.IndexedReferences);
            }
        }
        await super.update(changed, deleted, cancelToken);
    }
}
