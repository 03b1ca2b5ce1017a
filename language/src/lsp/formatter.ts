import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentFormattingParams, DocumentRangeFormattingParams, FormattingOptions } from 'vscode-languageserver';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../syntax/layout.js';
import * as ast from '../syntax/generated/ast.js';
import { lexerIssuesIn } from '../syntax/parser/lexer-issues.js';
import { type Gap, gapsOf } from './white-space.js';

/**
 * Formats files without syntax errors; a file with one is left as it is, since its blocks may not be what they seem. The layout
 * is said between tokens and comments rather than with Langium's AbstractFormatter, which has no say about the space around
 * comments and at the file's end, and fails on a tab size of less than 1.
 */
export class SupFormatter implements Formatter {
    formatDocument(document: LangiumDocument, params: DocumentFormattingParams): TextEdit[] {
        return format(document, params.options);
    }

    formatDocumentRange(document: LangiumDocument, params: DocumentRangeFormattingParams): TextEdit[] {
        return format(document, params.options).filter(edit => liesIn(edit, params.range));
    }

    formatDocumentOnType(): TextEdit[] {
        return [];
    }

    get formatOnTypeOptions(): undefined {
        return undefined;
    }
}

function format(document: LangiumDocument, options: FormattingOptions): TextEdit[] {
    const { value: file, lexerErrors, lexerReport, parserErrors } = document.parseResult;
    if (!ast.isSupFile(file) || lexerErrors.length > 0 || parserErrors.length > 0 || lexerIssuesIn(lexerReport).length > 0) {
        return [];
    }
    const style = { indent: indentOf(options), lineBreak: lineBreakOf(document.textDocument.getText()) };
    return gapsOf(file, style).flatMap(gap => toEdit(document, gap) ?? []);
}

/** Two blanks, unless the editor says something that can be meant. */
function indentOf({ insertSpaces, tabSize }: FormattingOptions): string {
    const isSensible = Number.isInteger(tabSize) && tabSize >= 1 && tabSize <= 16;
    return insertSpaces === false ? '\t' : ' '.repeat(isSensible ? tabSize : 2);
}

/** The edit that puts white space right, without what is right already at its beginning. */
function toEdit(document: LangiumDocument, { offset, end, wanted }: Gap): TextEdit | undefined {
    const text = document.textDocument.getText();
    const written = text.slice(offset, end);
    if (written === wanted) {
        return undefined;
    }
    let same = 0;
    while (same < written.length && written[same] === wanted[same]) {
        same++;
    }
    // There is no position between the two characters of a line break.
    same -= written[same - 1] === '\r' ? 1 : 0;
    return {
        range: { start: document.textDocument.positionAt(offset + same), end: document.textDocument.positionAt(end) },
        newText: wanted.slice(same)
    };
}

/** Whether an edit concerns a line of a range. A range that ends before the first character of a line does not hold that line. */
function liesIn({ range }: TextEdit, { start, end }: Range): boolean {
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return range.end.line >= start.line && range.start.line <= last;
}
