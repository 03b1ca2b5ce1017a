import { EndOfLine, TextEdit } from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/**
 * Adds the change of line breaks to the edits that format a document, if these contain others than the document: VS Code gives every text that
 * an edit inserts the line breaks that the document has.
 */
export const withLineBreaks: NonNullable<Middleware['provideDocumentFormattingEdits']> = async (document, options, token, next) => {
    const edits = await next(document, options, token);
    const inserted = edits?.map(({ newText }) => /\r?\n/.exec(newText)?.[0]).find(found => found !== undefined);
    const wanted = inserted === undefined ? document.eol : inserted === '\n' ? EndOfLine.LF : EndOfLine.CRLF;
    return edits && wanted !== document.eol ? [...edits, TextEdit.setEndOfLine(wanted)] : edits;
};
