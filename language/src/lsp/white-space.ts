import { CstUtils, type LeafCstNode } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import { sentenceBefore } from '../syntax/tree/broken-off.js';
import { countLineBreaks, type Neighbours, neighboursIn } from './neighbours.js';
import type { Span } from '../syntax/span.js';

/** A stretch of white space, and what it is to be instead. */
export interface Gap extends Span {
    readonly wanted: string;
}

export interface Style {
    /** One level of indentation. */
    readonly indent: string;
    readonly lineBreak: string;
}

/**
 * How a file is laid out: what belongs between every two neighbours among its tokens and comments. Nothing but white space is
 * looked at or changed, and no line is broken or joined where that would change how the words on it are read.
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
    // What stands between may be more than white space where the limit of comments was passed.
    ].filter(({ offset, end }) => /^[ \t\r\n]*$/.test(text.slice(offset, end)));
}

class Layout {
    constructor(private readonly style: Style) {}

    between(pair: Neighbours): string {
        const { next, begins, previous, written, lineBreaks, depth } = pair;
        if (next.hidden) {
            return this.beforeComment(pair);
        }
        const isBehindComment = previous.hidden && lineBreaks === 0;
        if (begins === 'end of block') {
            return !pair.isOneLine ? this.newLine(depth) : isBehindComment ? written : pair.behind === 'block' ? '' : ' ';
        }
        if (begins === 'statement') {
            return this.beforeStatement(pair);
        }
        if (isBehindComment) {
            return written;
        }
        if (begins === 'block') {
            return previous.hidden ? this.newLine(depth) : ' ';
        }
        const sticks = next.text === ',' || next.text === ':';
        return lineBreaks > 0 && (previous.hidden || !sticks) ? this.newLine(depth + 1) : sticks ? '' : ' ';
    }

    /** A comment behind something stays where it is. */
    private beforeComment(pair: Neighbours): string {
        if (pair.lineBreaks === 0) {
            return pair.written;
        }
        return pair.isInStatement ? this.newLine(pair.depth + 1) : this.newLine(pair.depth, blankLines(pair));
    }

    private beforeStatement(pair: Neighbours): string {
        const { previous, next, behind, written, lineBreaks, depth, isOneLine, previousBeginsLine } = pair;
        if (lineBreaks === 0 && previous.hidden && (isOneLine || previousBeginsLine)) {
            return written;
        }
        if (isOneLine) {
            return behind === 'block' ? ' ' : '  ';
        }
        // `policy: http://…` reads as two statements, and so does `set … to http://…`; on one line it is seen that they are meant as one.
        const isRest = ast.isProperty(next.astNode) && sentenceBefore(next.astNode) !== undefined;
        const isUnfinished = lineBreaks === 0 && (previous.text === ':' || previous.text === ',' || isRest);
        return isUnfinished ? ' ' : this.newLine(depth, blankLines(pair));
    }

    private newLine(depth: number, blankLines = 0): string {
        return this.style.lineBreak.repeat(1 + blankLines) + this.style.indent.repeat(depth);
    }
}

/** At most one, and none at the beginning of a block. */
function blankLines({ lineBreaks, behind }: Neighbours): number {
    return lineBreaks > 1 && behind !== 'block' ? 1 : 0;
}

/** Keeps the asterisks of a comment's lines below each other. */
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
