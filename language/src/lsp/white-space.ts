import { CstUtils, type LeafCstNode } from 'langium';
import type * as ast from '../generated/ast.js';
import { closingBraceOf, openingBraceOf } from '../syntax/braces.js';
import type { Span } from '../syntax/ranges.js';
import { walkStatements } from '../syntax/walk.js';

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
    return new Layout(file, style).gaps();
}

class Layout {
    private readonly text: string;
    private readonly leaves: readonly LeafCstNode[];
    /** Where statements begin. */
    private readonly starts = new Set<number>();
    /** Whether the block that a brace belongs to stands on one line, by the brace's offset. */
    private readonly opening = new Map<number, boolean>();
    private readonly closing = new Map<number, boolean>();

    constructor(file: ast.SupFile, private readonly style: Style) {
        const root = file.$cstNode!.root;
        this.text = root.fullText;
        this.leaves = CstUtils.flattenCst(root).toArray();
        for (const statement of walkStatements(file)) {
            this.starts.add(statement.$cstNode!.offset);
            const body = 'body' in statement ? statement.body : undefined;
            const [open, close] = body ? [openingBraceOf(body), closingBraceOf(body)] : [];
            if (open && close) {
                const isOneLine = open.range.start.line === close.range.start.line;
                this.opening.set(open.offset, isOneLine);
                this.closing.set(close.offset, isOneLine);
            }
        }
    }

    gaps(): readonly Gap[] {
        const found: Gap[] = [];
        const continued = this.commentsInsideStatements();
        let depth = 0;
        let isOnOneLine = [false];
        let previous: LeafCstNode | undefined;
        let previousBeginsLine = true;
        for (const next of [...this.leaves, undefined]) {
            const closes = next && this.closing.has(next.offset);
            depth -= closes ? 1 : 0;
            const gap = { offset: previous?.end ?? 0, end: next?.offset ?? this.text.length };
            const written = this.text.slice(gap.offset, gap.end);
            const breaks = written.match(/\r\n|\n|\r/g)?.length ?? 0;
            // What stands between may be more than white space where the limit of comments was passed.
            if (/^[ \t\r\n]*$/.test(written)) {
                const wanted = !previous ? '' : !next ? this.style.lineBreak
                    : this.between({ previous, next, written, breaks, depth, isOneLine: isOnOneLine.at(-1)!, previousBeginsLine }, continued);
                found.push({ ...gap, wanted });
                found.push(...next?.hidden && (breaks > 0 || !previous) ? this.insideComment(next, wanted) : []);
            }
            isOnOneLine = closes ? isOnOneLine.slice(0, -1) : isOnOneLine;
            const opens = next && this.opening.get(next.offset);
            if (opens !== undefined) {
                depth++;
                isOnOneLine = [...isOnOneLine, opens];
            }
            previousBeginsLine = breaks > 0 || !previous;
            previous = next;
        }
        return found;
    }

    /** Comments behind which a statement goes on. */
    private commentsInsideStatements(): ReadonlySet<LeafCstNode> {
        const found = new Set<LeafCstNode>();
        let goesOn = false;
        for (const leaf of [...this.leaves].reverse()) {
            if (!leaf.hidden) {
                goesOn = !this.starts.has(leaf.offset) && !this.closing.has(leaf.offset);
            } else if (goesOn) {
                found.add(leaf);
            }
        }
        return found;
    }

    private between(place: Place, continued: ReadonlySet<LeafCstNode>): string {
        return place.next.hidden ? this.beforeComment(place, continued.has(place.next)) : this.beforeToken(place);
    }

    private beforeComment(place: Place, isInsideStatement: boolean): string {
        if (place.breaks === 0) {
            return place.written;
        }
        return isInsideStatement ? this.newLine(place.depth + 1) : this.newLine(place.depth, this.blankLines(place));
    }

    private beforeToken(place: Place): string {
        const { previous, next, written, breaks, depth } = place;
        const isBehindComment = previous.hidden && breaks === 0;
        if (this.closing.has(next.offset)) {
            const isEmpty = this.opening.has(previous.offset);
            return !this.closing.get(next.offset) ? this.newLine(depth) : isBehindComment ? written : isEmpty ? '' : ' ';
        }
        if (this.starts.has(next.offset)) {
            return this.beforeStatement(place);
        }
        if (isBehindComment) {
            return written;
        }
        if (this.opening.has(next.offset)) {
            return previous.hidden ? this.newLine(depth) : ' ';
        }
        const sticks = next.text === ',' || next.text === ':';
        return breaks > 0 && (previous.hidden || !sticks) ? this.newLine(depth + 1) : sticks ? '' : ' ';
    }

    private beforeStatement(place: Place): string {
        const { previous, written, breaks, depth, isOneLine, previousBeginsLine } = place;
        if (breaks === 0 && previous.hidden && (isOneLine || previousBeginsLine)) {
            return written;
        }
        if (isOneLine) {
            return this.opening.has(previous.offset) ? ' ' : '  ';
        }
        // `policy: http://…` reads as two statements; on one line it is seen that they are meant as one.
        const isUnfinished = breaks === 0 && (previous.text === ':' || previous.text === ',');
        return isUnfinished ? ' ' : this.newLine(depth, this.blankLines(place));
    }

    /** At most one, and none at the beginning of a block. */
    private blankLines(place: Place): number {
        return place.breaks > 1 && !this.opening.has(place.previous.offset) ? 1 : 0;
    }

    private newLine(depth: number, blankLines = 0): string {
        return this.style.lineBreak.repeat(1 + blankLines) + this.style.indent.repeat(Math.max(0, depth));
    }

    /** Keeps the asterisks of a comment's lines below each other. */
    private insideComment(comment: LeafCstNode, before: string): readonly Gap[] {
        const lines = [...comment.text.matchAll(/(?:\r\n|\n|\r)([ \t]*)(?=([^ \t\r\n]?))/g)];
        const indent = /[ \t]*$/.exec(before)![0];
        return lines.every(line => line[2] === '*') ? lines.map(line => {
            const end = comment.offset + line.index + line[0].length;
            return { offset: end - line[1]!.length, end, wanted: `${indent} ` };
        }) : [];
    }
}

/** Two neighbours and what stands between them. */
interface Place {
    readonly previous: LeafCstNode;
    readonly next: LeafCstNode;
    readonly written: string;
    readonly breaks: number;
    readonly depth: number;
    /** Whether the innermost block around them stands on one line. */
    readonly isOneLine: boolean;
    readonly previousBeginsLine: boolean;
}
