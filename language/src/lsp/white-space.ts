import { CstUtils, type LeafCstNode } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import { sentenceBefore } from '../syntax/tree/broken-off.js';
import { countLineBreaks, type Neighbours, neighboursIn } from './neighbours.js';
import type { Span } from '../syntax/span.js';

/** A gap between tokens, and the white space that belongs there. */
export interface Gap extends Span {
    readonly wanted: string;
}

export interface Style {
    /** One level of indentation. */
    readonly indent: string;
    readonly lineBreak: string;
}

/**
 * The layout of a file: the white space that belongs between any two adjacent tokens or comments. It reads and changes only white space, and
 * does not break or join lines where that would change the meaning of the words.
 */
export function gapsOf(file: ast.SupFile, style: Style): readonly Gap[] {
    const text = file.$cstNode!.root.fullText;
    const neighbours = neighboursIn(file);
    const first = CstUtils.flattenCst(file.$cstNode!.root).head();
    const last = neighbours.at(-1)?.next ?? first;
    const layout = new Layout(style);
    const gaps = neighbours.flatMap(each => {
        const wanted = layout.between(each);
        return [{ offset: each.offset, end: each.end, wanted }, ...each.lineBreaks > 0 ? insideComment(each.next, indentIn(wanted)) : []];
    });
    return [
        { offset: 0, end: first?.offset ?? text.length, wanted: '' },
        ...first ? insideComment(first, '') : [],
        ...gaps,
        ...last ? [{ offset: last.end, end: text.length, wanted: style.lineBreak }] : []
    // The text between two tokens may contain more than white space if the file exceeds the limit for comments.
    ].filter(({ offset, end }) => /^[ \t\r\n]*$/.test(text.slice(offset, end)));
}

class Layout {
    constructor(private readonly style: Style) {}

    between(pair: Neighbours): string {
        const { next, begins, previous, text, lineBreaks, depth } = pair;
        if (next.hidden) {
            return this.beforeComment(pair);
        }
        const isAfterComment = previous.hidden && lineBreaks === 0;
        if (begins === 'end of block') {
            return !pair.isOneLine ? this.newLine(depth) : isAfterComment ? text : pair.opened === 'block' ? '' : ' ';
        }
        if (begins === 'statement') {
            return this.beforeStatement(pair);
        }
        if (isAfterComment) {
            return text;
        }
        if (begins === 'block') {
            return previous.hidden ? this.newLine(depth) : ' ';
        }
        const sticks = next.text === ',' || next.text === ':';
        return lineBreaks > 0 && (previous.hidden || !sticks) ? this.newLine(depth + 1) : sticks ? '' : ' ';
    }

    /** A comment after other text stays where it is. */
    private beforeComment(pair: Neighbours): string {
        if (pair.lineBreaks === 0) {
            return pair.text;
        }
        return pair.isInStatement ? this.newLine(pair.depth + 1) : this.newLine(pair.depth, blankLines(pair));
    }

    private beforeStatement(pair: Neighbours): string {
        const { previous, next, opened, text, lineBreaks, depth, isOneLine, previousBeginsLine } = pair;
        if (lineBreaks === 0 && previous.hidden && (isOneLine || previousBeginsLine)) {
            return text;
        }
        if (isOneLine) {
            return opened === 'block' ? ' ' : '  ';
        }
        // `policy: http://…` parses as two statements, and so does `set … to http://…`; they stay on one line, since they are meant as one.
        const isRest = ast.isProperty(next.astNode) && sentenceBefore(next.astNode) !== undefined;
        const isUnfinished = lineBreaks === 0 && (previous.text === ':' || previous.text === ',' || isRest);
        return isUnfinished ? ' ' : this.newLine(depth, blankLines(pair));
    }

    private newLine(depth: number, blankLines = 0): string {
        return this.style.lineBreak.repeat(1 + blankLines) + this.style.indent.repeat(depth);
    }
}

/** At most one blank line, and none at the beginning of a block. */
function blankLines({ lineBreaks, opened }: Neighbours): number {
    return lineBreaks > 1 && opened !== 'block' ? 1 : 0;
}

/** Aligns the asterisks of a comment's lines. */
function insideComment(leaf: LeafCstNode, indent: string): readonly Gap[] {
    const lines = leaf.hidden && countLineBreaks(leaf.text) > 0 ? [...leaf.text.matchAll(/(?:\r\n|\n|\r)([ \t]*)(?=([^ \t\r\n]?))/g)] : [];
    return lines.every(line => line[2] === '*') ? lines.map(line => {
        const end = leaf.offset + line.index + line[0].length;
        return { offset: end - line[1]!.length, end, wanted: `${indent} ` };
    }) : [];
}

function indentIn(whiteSpace: string): string {
    return /[ \t]*$/.exec(whiteSpace)![0];
}
