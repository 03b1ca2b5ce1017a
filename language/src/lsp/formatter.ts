import { CstUtils, type LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentFormattingParams, DocumentOnTypeFormattingOptions, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, FormattingOptions } from 'vscode-languageserver';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../syntax/layout.js';
import * as ast from '../syntax/generated/ast.js';
import { lexerIssuesIn } from '../syntax/parser/lexer-issues.js';
import { type Gap, gapsOf } from './white-space.js';

/**
 * Formats files without syntax errors; a file with one stays as it is, since its blocks may not be as intended. The layout is defined for
 * each gap between tokens and comments, without Langium's AbstractFormatter, which cannot format the space around comments and at the
 * end of the file, and fails on a tab size below 1.
 */
export class SupFormatter implements Formatter {
    formatDocument(document: LangiumDocument, params: DocumentFormattingParams): TextEdit[] {
        return joined(document, format(document, params.options));
    }

    formatDocumentRange(document: LangiumDocument, params: DocumentRangeFormattingParams): TextEdit[] {
        return joined(document, format(document, params.options).filter(edit => liesIn(edit, params.range)));
    }

    /** After a closing brace, formats the block that it ends. The rest of the file may be unfinished. */
    formatDocumentOnType(document: LangiumDocument, { ch, options, position }: DocumentOnTypeFormattingParams): TextEdit[] {
        const root = document.parseResult.value.$cstNode;
        const leaf = ch === '}' && root ? CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(position) - 1) : undefined;
        const statement = leaf?.text === '}' && ast.isBody(leaf.astNode) ? leaf.astNode.$container.$cstNode : undefined;
        return statement ? joined(document, format(document, options).filter(({ range }) => isBetween(range, statement.range))) : [];
    }

    get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
        return { firstTriggerCharacter: '}' };
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

/** The number of edits of one answer. Each takes far more characters than the white space that it changes. */
const maxEdits = 5_000;

/** One edit instead of tens of thousands. */
function joined({ textDocument }: LangiumDocument, edits: TextEdit[]): TextEdit[] {
    if (edits.length <= maxEdits) {
        return edits;
    }
    const range = { start: edits[0]!.range.start, end: edits.at(-1)!.range.end };
    const parts = edits.flatMap(({ newText, range: { end } }, i) => [newText, i + 1 < edits.length ? textDocument.getText({ start: end, end: edits[i + 1]!.range.start }) : '']);
    return [{ range, newText: parts.join('') }];
}

/** The editor's indentation, or two spaces if its settings are not valid. */
function indentOf({ insertSpaces, tabSize }: FormattingOptions): string {
    const isSensible = Number.isInteger(tabSize) && tabSize >= 1 && tabSize <= 16;
    return insertSpaces === false ? '\t' : ' '.repeat(isSensible ? tabSize : 2);
}

/** The edit that corrects a gap, without the part at its beginning that is already correct. */
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
    // LSP has no position between the two characters of a line break.
    same -= written[same - 1] === '\r' ? 1 : 0;
    return {
        range: { start: document.textDocument.positionAt(offset + same), end: document.textDocument.positionAt(end) },
        newText: wanted.slice(same)
    };
}

/** Whether a range is within another. */
function isBetween(inner: Range, outer: Range): boolean {
    return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isBefore(a: Position, b: Position): boolean {
    return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

/** Whether an edit touches a line of a range. A range that ends before the first character of a line does not include that line. */
function liesIn({ range }: TextEdit, { start, end }: Range): boolean {
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return range.end.line >= start.line && range.start.line <= last;
}
