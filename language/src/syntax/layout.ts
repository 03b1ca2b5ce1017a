import type { Block } from './tree/blocks.js';
import type * as ast from './generated/ast.js';
import type { Span } from './span.js';

/** The number of columns beyond which lists are wrapped. */
export const defaultMaxLineLength = 120;

/** The line break that a file uses. */
export function lineBreakOf(text: string): string {
    return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** One level of indentation: that of the first indented line of the file, or else two blanks. */
export function indentUnitOf(text: string): string {
    return /(?:^|[\r\n])([ \t]+)(?=[^\s*/])/.exec(text.slice(0, searchedForIndent))?.[1] ?? '  ';
}

/** Only the beginning of a file is searched: an indented line comes early, and each of thousands of edits needs the result. */
const searchedForIndent = 10_000;

/** The indentation of the line that contains an offset. */
export function indentAt(text: string, offset: number): string {
    return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

/** The number of blanks directly before an offset. */
export function blanksBefore(text: string, offset: number): number {
    let start = offset;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') {
        start--;
    }
    return offset - start;
}

export function lineStart(text: string, offset: number): number {
    let start = offset;
    while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') {
        start--;
    }
    return start;
}

/** The start of the next line; the end of the text on the last one. */
export function nextLine(text: string, offset: number): number {
    const found = /\r\n|\n|\r/g;
    found.lastIndex = offset;
    const match = found.exec(text);
    return match ? match.index + match[0].length : text.length;
}

/**
 * The span of a statement with what belongs to it. If it has its lines to itself: the lines, with a comment after it and the documentation
 * before it. Otherwise the statement and the blanks before it.
 */
export function wholeSpanOf(text: string, statement: Block | ast.Member): Span {
    const { offset, end } = statement.$cstNode!;
    if (!isAlone(text, { offset, end })) {
        const before = offset - blanksBefore(text, offset);
        const after = /[ \t]*(?![ \t}\r\n])/y;
        after.lastIndex = end;
        const blanks = text[before - 1] === '{' ? after.exec(text)?.[0].length ?? 0 : 0;
        // After an opening brace, one of the two gaps stays.
        return blanks > 0 ? { offset, end: end + blanks } : { offset: before, end };
    }
    const start = lineStart(text, offset);
    const documentation = /(?:^|[\r\n])([ \t]*\/\*\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*(?:\r\n|\n|\r))$/.exec(text.slice(Math.max(0, start - 4_000), start))?.[1];
    return { offset: start - (documentation?.length ?? 0), end: nextLine(text, end) };
}

/** The span to delete when a statement is removed: all that belongs to it, except a comment after it, which keeps its line. */
export function removalSpanOf(text: string, statement: Block | ast.Member): Span {
    const { offset, end } = statement.$cstNode!;
    const whole = wholeSpanOf(text, statement);
    const comment = /^[ \t]*(?=\/\/)/.exec(text.slice(end, nextLine(text, end)));
    return comment && isAlone(text, { offset, end }) ? { offset: whole.offset + indentAt(text, offset).length, end: end + comment[0].length } : whole;
}

/** Whether nothing but a comment is on the same lines as a span. */
function isAlone(text: string, { offset, end }: Span): boolean {
    return text.slice(lineStart(text, offset), offset).trim() === '' && /^[ \t]*(?:\/\/[^\r\n]*)?[\r\n]*$/.test(text.slice(end, nextLine(text, end)));
}
