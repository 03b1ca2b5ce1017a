import { CstUtils, isTokenTypeDictionary, type LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentFormattingParams, DocumentOnTypeFormattingOptions, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, FormattingOptions } from 'vscode-languageserver';
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../syntax/layout.js';
import * as ast from '../syntax/generated/ast.js';
import { lexerIssuesIn } from '../syntax/parser/lexer-issues.js';
import type { SupServices } from './services.js';
import type { Gap, Style } from './style.js';
import { gapsOf } from './white-space.js';

/**
 * Formats files without syntax errors; a file with one stays as it is, since its blocks may not be as intended. The layout is defined for
 * each gap between tokens and comments, without Langium's AbstractFormatter, which cannot format the space around comments and at the
 * end of the file, and fails on a tab size below 1.
 */
export class SupFormatter implements Formatter {
    constructor(private readonly services: SupServices) {}

    formatDocument(document: LangiumDocument, params: DocumentFormattingParams): TextEdit[] {
        const { lineBreak } = this.services.lsp.configuredLayout(document.uri);
        return joined(document, this.format(document, params.options, lineBreak));
    }

    formatDocumentRange(document: LangiumDocument, params: DocumentRangeFormattingParams): TextEdit[] {
        return joined(document, this.format(document, params.options).filter(edit => liesIn(edit, params.range)));
    }

    /** After a closing brace, formats the block that it ends. The rest of the file may be unfinished. */
    formatDocumentOnType(document: LangiumDocument, { ch, options, position }: DocumentOnTypeFormattingParams): TextEdit[] {
        const root = document.parseResult.value.$cstNode;
        const leaf = ch === '}' && root ? CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(position) - 1) : undefined;
        const statement = leaf?.text === '}' && ast.isBody(leaf.astNode) ? leaf.astNode.$container.$cstNode : undefined;
        return statement ? joined(document, this.format(document, options).filter(({ range }) => isBetween(range, statement.range))) : [];
    }

    get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
        return { firstTriggerCharacter: '}' };
    }

    private format(document: LangiumDocument, options: FormattingOptions, lineBreak = lineBreakOf(document.textDocument.getText())): TextEdit[] {
        const file = document.parseResult.value;
        return ast.isSupFile(file) && canFormat(document) ? gapsOf(file, this.styleOf(document, options, lineBreak)).flatMap(gap => toEdit(document, gap) ?? []) : [];
    }

    /** The layout that a file next to the plan configures, completed with the options of the editor. */
    private styleOf(document: LangiumDocument, options: FormattingOptions, lineBreak: string): Style {
        const configured = this.services.lsp.configuredLayout(document.uri);
        const { insertSpaces, tabSize } = { insertSpaces: configured.insertSpaces ?? options.insertSpaces, tabSize: validTabSize(configured.tabSize ?? options.tabSize) };
        const { definition } = this.services.parser.Lexer;
        return {
            indent: insertSpaces === false ? '\t' : ' '.repeat(tabSize),
            tabSize,
            lineBreak,
            maxLineLength: this.services.lsp.lineLengthOf(document),
            isKeyword: word => isTokenTypeDictionary(definition) && Object.hasOwn(definition, word) && definition[word]!.PATTERN === word
        };
    }
}

/** Whether a document can be formatted: it has no syntax errors. */
export function canFormat({ parseResult: { lexerErrors, lexerReport, parserErrors } }: LangiumDocument): boolean {
    return lexerErrors.length === 0 && parserErrors.length === 0 && lexerIssuesIn(lexerReport).length === 0;
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

/** The size of an indentation, or two if the client's is not valid. */
function validTabSize(size: number): number {
    return Number.isInteger(size) && size >= 1 && size <= 16 ? size : 2;
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
