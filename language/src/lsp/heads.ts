import type * as ast from '../syntax/generated/ast.js';
import type { Block } from '../syntax/tree/blocks.js';
import { tokenBefore } from '../syntax/tree/braces.js';

/** The offset after the last word of a statement's head: before its block, or at its end. */
export function endOfHead(statement: Block | ast.Member): number {
    const cst = statement.$cstNode!;
    const body = 'body' in statement ? statement.body?.$cstNode : undefined;
    return tokenBefore(cst.root, body?.offset ?? cst.end)?.end ?? cst.offset;
}
