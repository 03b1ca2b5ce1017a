import { CstUtils, type LeafCstNode } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import { sentenceBefore } from '../syntax/tree/broken-off.js';
import { alignValues } from './align-values.js';
import { countLineBreaks, type Neighbours, neighboursIn } from './neighbours.js';
import { StatementGaps } from './statement-gaps.js';
import type { Gap, Style } from './style.js';
import { wrapLists } from './wrap-lists.js';

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
    const statements = new StatementGaps(file, neighbours.map(each => ({ offset: each.offset, end: each.end, wanted: layout.between(each) })));
    alignValues(statements);
    wrapLists(statements, style);
    const gaps = statements.gaps.flatMap((gap, i) => {
        const { next, lineBreaks, text: written } = neighbours[i]!;
        return [gap, ...lineBreaks > 0 ? insideComment(next, indentIn(written), indentIn(gap.wanted)) : [], ...insidePercentage(next)];
    });
    return [
        { offset: 0, end: first?.offset ?? text.length, wanted: '' },
        ...first ? insideComment(first, indentIn(text.slice(0, first.offset)), '') : [],
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

/** Aligns the asterisks of a comment's lines. The lines of other comments move with their first line, so that their own indentation stays. */
function insideComment(leaf: LeafCstNode, before: string, indent: string): readonly Gap[] {
    const lines = leaf.hidden && countLineBreaks(leaf.text) > 0 ? [...leaf.text.matchAll(/(?:\r\n|\n|\r)([ \t]*)(?=([^ \t\r\n]?))/g)] : [];
    const hasAsterisks = lines.every(line => line[2] === '*');
    const base = hasAsterisks ? '' : commonIndent(before, lines.filter(line => line[2] !== '').map(line => line[1]!));
    return lines.map(line => {
        const end = leaf.offset + line.index + line[0].length;
        const wanted = hasAsterisks ? `${indent} ` : line[2] === '' ? '' : indent + line[1]!.slice(base.length);
        return { offset: end - line[1]!.length, end, wanted };
    });
}

/** The longest beginning of an indentation that all lines share. */
function commonIndent(indent: string, lines: readonly string[]): string {
    let length = indent.length;
    while (!lines.every(line => line.startsWith(indent.slice(0, length)))) {
        length--;
    }
    return indent.slice(0, length);
}

/** `95 %` is one token, with at most one blank. */
function insidePercentage({ offset, text }: LeafCstNode): readonly Gap[] {
    const blanks = /^[0-9]+([ \t]+)%$/.exec(text)?.[1];
    return blanks === undefined ? [] : [{ offset: offset + text.length - 1 - blanks.length, end: offset + text.length - 1, wanted: ' ' }];
}

function indentIn(whiteSpace: string): string {
    return /[ \t]*$/.exec(whiteSpace)![0];
}
