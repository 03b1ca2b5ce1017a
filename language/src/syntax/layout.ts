import type { Block } from './tree/blocks.js';
import type * as ast from './generated/ast.js';
import type { Span } from './span.js';

/** The line break that a file uses. */
export function lineBreakOf(text: string): string {
    return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** One level of indentation as the file has it: that of its first indented line, else two blanks. */
export function indentUnitOf(text: string): string {
    return /(?:^|[\r\n])([ \t]+)(?=[^\s*/])/.exec(text.slice(0, beginning))?.[1] ?? '  ';
}

/** The characters in which that line is looked for: it comes early if at all, and each of thousands of edits asks. */
const beginning = 10_000;

/** The white space before the first character of the line that an offset stands on. */
export function indentAt(text: string, offset: number): string {
    return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}

/** The number of blanks right before an offset. */
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

/** The offset after the line break that ends the line of an offset. */
export function nextLine(text: string, offset: number): number {
    const found = /\r\n|\n|\r/g;
    found.lastIndex = offset;
    const match = found.exec(text);
    return match ? match.index + match[0].length : text.length;
}

/**
 * What goes when a statement goes: with nothing else on its lines, the lines, a comment behind it and the documentation before
 * it; else the statement with the blanks before it.
 */
export function wholeOf(text: string, statement: Block | ast.Member): Span {
    const cst = statement.$cstNode!;
    const before = text.slice(lineStart(text, cst.offset), cst.offset);
    const rest = text.slice(cst.end, nextLine(text, cst.end));
    if (before.trim() === '' && /^[ \t]*(?:\/\/[^\r\n]*)?[\r\n]*$/.test(rest)) {
        const start = lineStart(text, cst.offset);
        const documentation = /(?:^|[\r\n])([ \t]*\/\*\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*(?:\r\n|\n|\r))$/.exec(text.slice(Math.max(0, start - 4_000), start))?.[1];
        return { offset: start - (documentation?.length ?? 0), end: nextLine(text, cst.end) };
    }
    return { offset: cst.offset - blanksBefore(text, cst.offset), end: cst.end };
}
