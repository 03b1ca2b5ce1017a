import { DefaultLangiumDocuments, type LangiumDocument, type Stream, stream, type URI } from 'langium';

/** Caches the list of all documents: an edit reads it several times, and collecting it takes longer the more files there are. */
export class SupDocuments extends DefaultLangiumDocuments {
    private list: readonly LangiumDocument[] | undefined;

    override get all(): Stream<LangiumDocument> {
        this.list ??= this.documentTrie.all();
        return stream(this.list);
    }

    override addDocument(document: LangiumDocument): void {
        super.addDocument(document);
        this.list = undefined;
    }

    override deleteDocument(uri: URI): LangiumDocument | undefined {
        this.list = undefined;
        return super.deleteDocument(uri);
    }

    override deleteDocuments(folder: URI): LangiumDocument[] {
        this.list = undefined;
        return super.deleteDocuments(folder);
    }
}
