import { CstUtils, type LeafCstNode } from 'langium';
import type * as ast from '../syntax/generated/ast.js';
import { closingBraceOf, openingBraceOf } from '../syntax/tree/braces.js';
import { statementsIn } from '../syntax/tree/walk.js';
import type { Span } from '../syntax/span.js';

/** Two adjacent tokens or comments of a file, and the text between them. */
export interface Neighbours extends Span {
    readonly previous: LeafCstNode;
    readonly next: LeafCstNode;
    /** Whether the next one begins a statement or a block, or ends a block. */
    readonly begins: Beginning | undefined;
    /** The same for the previous one. */
    readonly opened: Beginning | undefined;
    readonly text: string;
    readonly lineBreaks: number;
    /** The number of blocks around the next one; a closing brace is outside its block. */
    readonly depth: number;
    /** Whether the block around them, or the one that ends here, is on one line. */
    readonly isOneLine: boolean;
    readonly previousBeginsLine: boolean;
    /** Whether the statement before continues with the next token, possibly after comments. */
    readonly isInStatement: boolean;
}

export type Beginning = 'statement' | 'block' | 'end of block';

/** All adjacent pairs of a file, in the order of the text. */
export function neighboursIn(file: ast.SupFile): readonly Neighbours[] {
    const text = file.$cstNode!.root.fullText;
    const leaves = CstUtils.flattenCst(file.$cstNode!.root).toArray();
    const beginnings = beginningsIn(file);
    const inStatements = leavesInStatements(leaves, beginnings);
    const found: Neighbours[] = [];
    const blocks: LeafCstNode[] = [];
    let previousBeginsLine = true;
    leaves.forEach((previous, i) => {
        const next = leaves[i + 1];
        if (beginnings.get(previous.offset) === 'block') {
            blocks.push(previous);
        }
        if (!next) {
            return;
        }
        const written = text.slice(previous.end, next.offset);
        const lineBreaks = countLineBreaks(written);
        const begins = beginnings.get(next.offset);
        const block = begins === 'end of block' ? blocks.pop() : blocks.at(-1);
        found.push({
            offset: previous.end, end: next.offset, previous, next, begins, opened: beginnings.get(previous.offset), text: written, lineBreaks,
            depth: blocks.length,
            isOneLine: block !== undefined && isOneLine(block),
            previousBeginsLine,
            isInStatement: inStatements.has(next)
        });
        previousBeginsLine = lineBreaks > 0;
    });
    return found;
}

export function countLineBreaks(text: string): number {
    return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The offsets at which statements and blocks begin and blocks end. */
function beginningsIn(file: ast.SupFile): ReadonlyMap<number, Beginning> {
    const found = new Map<number, Beginning>();
    for (const statement of statementsIn(file)) {
        found.set(statement.$cstNode!.offset, 'statement');
        const body = 'body' in statement ? statement.body : undefined;
        const [open, close] = body ? [openingBraceOf(body), closingBraceOf(body)] : [];
        if (open && close) {
            found.set(open.offset, 'block').set(close.offset, 'end of block');
        }
    }
    return found;
}

/** The tokens that are not the first of their statement, and the comments within a statement. */
function leavesInStatements(leaves: readonly LeafCstNode[], beginnings: ReadonlyMap<number, Beginning>): ReadonlySet<LeafCstNode> {
    const found = new Set<LeafCstNode>();
    let isInside = false;
    for (const leaf of [...leaves].reverse()) {
        const begins = beginnings.get(leaf.offset);
        isInside = leaf.hidden ? isInside : begins === undefined || begins === 'block';
        if (isInside) {
            found.add(leaf);
        }
    }
    return found;
}

/** Whether the block of an opening brace is on one line. */
function isOneLine(brace: LeafCstNode): boolean {
    const body = brace.container!;
    return body.range.start.line === body.range.end.line;
}
