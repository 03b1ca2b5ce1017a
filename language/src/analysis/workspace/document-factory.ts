import { type AstNode, DefaultLangiumDocumentFactory, interruptAndCheck, type LangiumDocument, type LangiumDocuments, type ParseResult, type TextDocument, type URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken } from 'vscode-languageserver';
import { errorMessage, errorStack } from '@sup/model';
import { type ChunkedWork, finish } from '../../syntax/chunked-work.js';
import { parseFileInChunks, unparsedFile } from '../../syntax/segments/segmented-file.js';
import type { SegmentParserOptions } from '../../syntax/parser/langium-internals.js';
import type { AnalysisServices } from '../services.js';

/**
 * Parses files segment by segment, and after an edit only the changed segments. A file that cannot be read from disk counts as empty, and one
 * on which the parser fails has a finding that says so. Both are logged instead of thrown: an error would end this build and every later one.
 */
export class SupDocumentFactory extends DefaultLangiumDocumentFactory {
    private readonly documents: () => LangiumDocuments;

    constructor(services: LangiumSharedServices, private readonly report: (message: string) => void) {
        super(services);
        this.documents = () => services.workspace.LangiumDocuments;
    }

    protected override parse<T extends AstNode>(uri: URI, text: string): ParseResult<T> {
        return finish(this.parseInChunks(uri, text)) as unknown as ParseResult<T>;
    }

    /** Parses a document again, in chunks. Langium also calls this the first time that it reads a document from disk. */
    protected override async parseAsync<T extends AstNode>(uri: URI, text: string, cancelToken: CancellationToken): Promise<ParseResult<T>> {
        const work = this.parseInChunks(uri, text, this.documents().getDocument(uri)?.parseResult);
        let step = work.next();
        while (!step.done) {
            await interruptAndCheck(cancelToken);
            step = work.next();
        }
        return step.value as unknown as ParseResult<T>;
    }

    /** Creates a document that is not part of the workspace, like `fromString`, but in chunks. */
    *fromStringInChunks(text: string, uri: URI): ChunkedWork<LangiumDocument> {
        return this.createLangiumDocument((yield* this.parseInChunks(uri, text)), uri, undefined, text);
    }

    private *parseInChunks(uri: URI, text: string, before?: ParseResult): ChunkedWork<ParseResult> {
        const { FastParser, LangiumParser } = (this.serviceRegistry.getServices(uri) as AnalysisServices).parser;
        try {
            return yield* parseFileInChunks(text, { fast: FastParser, parse: (segment, segmentStart) => LangiumParser.parse(segment, { segmentStart } as SegmentParserOptions) }, before);
        } catch (error) {
            this.report(`The file ${uri.toString(true)} could not be parsed: ${errorStack(error)}`);
            return unparsedFile(text, errorMessage(error));
        }
    }

    protected override async getUpdatedText(document: LangiumDocument, opened: TextDocument | undefined): Promise<string> {
        if (opened) {
            return opened.getText();
        }
        try {
            return await this.fileSystemProvider.readFile(document.uri);
        } catch (error) {
            this.report(`The file ${document.uri.toString(true)} could not be read and counts as empty: ${errorMessage(error)}`);
            return '';
        }
    }
}
