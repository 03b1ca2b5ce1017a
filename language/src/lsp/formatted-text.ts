import { type LangiumDocument, TextDocument } from 'langium';
import type { SupServices } from './services.js';

/** The indentation that a plan has outside of an editor, unless an `.editorconfig` sets another one. */
const standard = { insertSpaces: true, tabSize: 2 };

/** The text of a document as the formatter lays it out, for files that no editor shows. */
export async function formattedText(document: LangiumDocument, { lsp }: SupServices): Promise<string> {
    const edits = await lsp.Formatter!.formatDocument(document, { textDocument: { uri: document.uri.toString() }, options: standard });
    return TextDocument.applyEdits(document.textDocument, edits);
}
