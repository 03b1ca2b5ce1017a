import { DefaultLangiumDocuments, type LangiumDocument, type Stream, stream, type URI } from 'langium';

/** Has the list of all documents at hand: an edit asks for it several times, and to gather it takes longer the more files there are. */
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
