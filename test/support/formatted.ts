import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestWorkspace, uriOf } from './workspace.js';

const workspace = new TestWorkspace();

/** A plan as the formatter lays it out. */
export async function formatted(text: string): Promise<string> {
    const { shared, lsp } = workspace.services;
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, uriOf('formatted.sup'));
    const edits = await lsp.Formatter!.formatDocument(document, { textDocument: { uri: document.uri.toString() }, options: { insertSpaces: true, tabSize: 2 } });
    return TextDocument.applyEdits(document.textDocument as TextDocument, edits);
}
