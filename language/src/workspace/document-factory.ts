import { DefaultLangiumDocumentFactory, type LangiumDocument, type TextDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { messageOf } from './failure.js';

/**
 * Reads a changed file again. One that cannot be read counts as empty and is reported: thrown from here, the error would end
 * this build and every later one.
 */
export class SupDocumentFactory extends DefaultLangiumDocumentFactory {
    constructor(services: LangiumSharedServices, private readonly report: (message: string) => void) {
        super(services);
    }

    protected override async getUpdatedText(document: LangiumDocument, opened: TextDocument | undefined): Promise<string> {
        if (opened) {
            return opened.getText();
        }
        try {
            return await this.fileSystemProvider.readFile(document.uri);
        } catch (error) {
            this.report(`The file ${document.uri.toString(true)} could not be read and counts as empty: ${messageOf(error)}`);
            return '';
        }
    }
}
