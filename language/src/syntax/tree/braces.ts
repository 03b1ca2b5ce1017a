import { CstUtils, isCompositeCstNode, isLeafCstNode, type CstNode, type LeafCstNode } from 'langium';
import * as ast from '../generated/ast.js';
import type { Block } from './blocks.js';

export function openingBraceOf(body: ast.Body): CstNode | undefined {
    return contentOf(body).find(child => !child.hidden);
}

/** The brace that closes a body, undefined where it is missing: the last brace in the text may be that of a block inside. */
export function closingBraceOf(body: ast.Body): CstNode | undefined {
    const last = contentOf(body).at(-1);
    return last && isLeafCstNode(last) && last.text === '}' ? last : undefined;
}

function contentOf(body: ast.Body): readonly CstNode[] {
    return isCompositeCstNode(body.$cstNode) ? body.$cstNode.content : [];
}

/** The last token before an offset, comments aside. */
export function tokenBefore(root: CstNode, offset: number): LeafCstNode | undefined {
    let leaf = CstUtils.findLeafNodeBeforeOffset(root, offset - 1);
    while (leaf && (leaf.hidden || leaf.offset >= offset)) {
        leaf = CstUtils.findLeafNodeBeforeOffset(root, leaf.offset - 1);
    }
    return leaf;
}

/** A block that lacks its closing brace, and the token behind which the brace belongs. */
export interface UnclosedBlock {
    readonly block: Block;
    readonly body: ast.Body;
    readonly last: CstNode;
}

/** The blocks that are open at an offset and are not closed behind it, from the inside out. */
export function unclosedBlocksAt(file: ast.SupFile, offset: number): readonly UnclosedBlock[] {
    const root = file.$cstNode!.root;
    const last = tokenBefore(root, offset);
    const open: UnclosedBlock[] = [];
    for (let node = last?.astNode; node && last; node = node.$container!) {
        if (ast.isBody(node) && !closingBraceOf(node)) {
            open.push({ block: node.$container, body: node, last: closingPlace(root.fullText, node, last) });
        }
    }
    return open;
}

/**
 * Which blocks lack their brace. The parser takes every brace for that of the innermost block, so that an outer one seems to lack
 * it; where just one is missing, the layout tells whose it was.
 */
export function blamed(open: readonly UnclosedBlock[]): readonly UnclosedBlock[] {
    const body = open.length === 1 ? open[0]!.body : undefined;
    const wronglyClosed = body && firstWronglyClosed(body.$cstNode!.root.fullText, body);
    return wronglyClosed ? [wronglyClosed] : open;
}

/** Behind what a block's brace belongs: before the first statement that is not indented deeper than the block itself. */
function closingPlace(text: string, body: ast.Body, last: CstNode): CstNode {
    const head = indentOf(text, body.$container.$cstNode!);
    const members = body.members.filter(member => member.$cstNode);
    const at = members.findIndex(member => (indentOf(text, member.$cstNode!)?.length ?? Infinity) <= (head?.length ?? -1));
    return at < 0 ? last : members[at - 1]?.$cstNode ?? openingBraceOf(body)!;
}

/** The first block whose closing brace is laid out as that of a block around it. */
function firstWronglyClosed(text: string, body: ast.Body): UnclosedBlock | undefined {
    for (const member of body.members) {
        const inner = 'body' in member ? member.body : undefined;
        const brace = inner && closingBraceOf(inner);
        const head = indentOf(text, member.$cstNode!);
        const tail = brace && indentOf(text, brace);
        // A block that was given the brace of the one around it leaves that one with the brace of the next.
        const found = inner && firstWronglyClosed(text, inner);
        if (found) {
            return found;
        }
        if (inner && head !== undefined && tail !== undefined && tail.length < head.length) {
            const before = inner.members.at(-1)?.$cstNode ?? openingBraceOf(inner)!;
            return { block: member as Block, body: inner, last: closingPlace(text, inner, before) };
        }
    }
    return undefined;
}

/** The indentation of a node that is the first on its line, undefined for any other. */
export function indentOf(text: string, node: CstNode): string | undefined {
    let start = node.offset;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') {
        start--;
    }
    const before = text[start - 1];
    return before === undefined || before === '\n' || before === '\r' ? text.slice(start, node.offset) : undefined;
}

/** Whether a block's braces cannot be trusted, so that what stands in it may belong beside it. */
export function isWronglyClosed(block: Block): boolean {
    if (ast.isSupFile(block) || !block.body) {
        return false;
    }
    const brace = closingBraceOf(block.body);
    const text = block.$cstNode!.root.fullText;
    const head = indentOf(text, block.$cstNode!);
    const tail = brace && indentOf(text, brace);
    return !brace || (head !== undefined && tail !== undefined && tail.length < head.length);
}
