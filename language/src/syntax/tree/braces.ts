import { CstUtils, isCompositeCstNode, isLeafCstNode, type CstNode, type LeafCstNode } from 'langium';
import * as ast from '../generated/ast.js';
import { FastNode } from '../fast-parser/nodes.js';
import type { Block } from './blocks.js';

export function openingBraceOf(body: ast.Body): CstNode | undefined {
    return contentOf(body).find(child => !child.hidden);
}

/** The brace that closes a body; undefined if it is missing, even if the text of the body ends with the brace of an inner block. */
export function closingBraceOf(body: ast.Body): CstNode | undefined {
    const last = contentOf(body).at(-1);
    return last && isLeafCstNode(last) && last.text === '}' ? last : undefined;
}

function contentOf(body: ast.Body): readonly CstNode[] {
    return isCompositeCstNode(body.$cstNode) ? body.$cstNode.content : [];
}

/** The last token before an offset, ignoring comments. */
export function tokenBefore(root: CstNode, offset: number): LeafCstNode | undefined {
    let leaf = CstUtils.findLeafNodeBeforeOffset(root, offset - 1);
    while (leaf && (leaf.hidden || leaf.offset >= offset)) {
        leaf = CstUtils.findLeafNodeBeforeOffset(root, leaf.offset - 1);
    }
    return leaf;
}

/** A block without its closing brace, and the token after which the brace belongs. */
export interface UnclosedBlock {
    readonly block: Block;
    readonly body: ast.Body;
    readonly last: CstNode;
}

/** The blocks that are open at an offset and not closed after it, innermost first. */
export function unclosedBlocksAt(file: ast.SupFile, offset: number): readonly UnclosedBlock[] {
    const root = file.$cstNode!.root;
    const last = tokenBefore(root, offset);
    const open: UnclosedBlock[] = [];
    for (let node = last?.astNode; node && last; node = node.$container!) {
        if (ast.isBody(node) && !closingBraceOf(node)) {
            open.push({ block: node.$container, body: node, last: lastNodeInside(root.fullText, node, last) });
        }
    }
    return open;
}

/**
 * The blocks whose brace is probably missing. The parser closes the innermost block with each brace, so an outer one ends up unclosed. If
 * just one brace is missing, the indentation shows to which block it belongs.
 */
export function likelyUnclosed(open: readonly UnclosedBlock[]): readonly UnclosedBlock[] {
    const body = open.length === 1 ? open[0]!.body : undefined;
    const misclosed = body && firstMisclosed(body.$cstNode!.root.fullText, body);
    return misclosed ? [misclosed] : open;
}

/** The node after which a block's brace belongs: the last one before a statement that is not indented deeper than the block. */
function lastNodeInside(text: string, body: ast.Body, last: CstNode): CstNode {
    const head = indentOf(text, body.$container.$cstNode!);
    const members = body.members.filter(member => member.$cstNode);
    const at = members.findIndex(member => (indentOf(text, member.$cstNode!)?.length ?? Infinity) <= (head?.length ?? -1));
    return at < 0 ? last : members[at - 1]?.$cstNode ?? openingBraceOf(body)!;
}

/** The first block whose closing brace is indented like that of an outer block. */
function firstMisclosed(text: string, body: ast.Body): UnclosedBlock | undefined {
    for (const member of body.members) {
        const inner = 'body' in member ? member.body : undefined;
        const brace = inner && closingBraceOf(inner);
        const head = indentOf(text, member.$cstNode!);
        const tail = brace && indentOf(text, brace);
        // Check inner blocks first: a block that takes the brace of its outer block makes that block take the brace of the next one.
        const found = inner && firstMisclosed(text, inner);
        if (found) {
            return found;
        }
        if (inner && head !== undefined && tail !== undefined && tail.length < head.length) {
            const before = inner.members.at(-1)?.$cstNode ?? openingBraceOf(inner)!;
            return { block: member as Block, body: inner, last: lastNodeInside(text, inner, before) };
        }
    }
    return undefined;
}

/** The indentation of a node; undefined if it is not the first on its line. */
export function indentOf(text: string, node: Pick<CstNode, 'offset'>): string | undefined {
    let start = node.offset;
    while (text[start - 1] === ' ' || text[start - 1] === '\t') {
        start--;
    }
    const before = text[start - 1];
    return before === undefined || before === '\n' || before === '\r' ? text.slice(start, node.offset) : undefined;
}

/** Whether the closing brace of a block is missing or indented like that of an outer block, so that its content may belong outside. */
export function isMisclosed(block: Block): boolean {
    if (ast.isSupFile(block) || !block.body) {
        return false;
    }
    const place = block instanceof FastNode ? block.$place : undefined;
    // The fast parser reads closed blocks only.
    const brace = place ? { offset: place.end - 1 } : closingBraceOf(block.body);
    const text = place?.fileText ?? block.$cstNode!.root.fullText;
    const head = indentOf(text, place ?? block.$cstNode!);
    const tail = brace && indentOf(text, brace);
    return !brace || (head !== undefined && tail !== undefined && tail.length < head.length);
}
