import { memoize } from '@sup/model';
import { type CstNode, isCompositeCstNode, type LeafCstNode } from 'langium';
import * as ast from '../syntax/generated/ast.js';
import type { RelativeLeaf } from '../syntax/parser/relative-cst.js';
import { namedBy } from '../analysis/references/reference-position.js';
import type { Segment } from '../syntax/segments/segment.js';

/**
 * Token types in the order of the legend. `semanticTokenScopes` in package.json gives each the scope that the TextMate grammar gives the same
 * words, so that no color changes when the tokens arrive. The grammar colors strings, values, times and comments already.
 */
export const tokenTypes = ['keyword', 'property', 'class', 'variable'] as const;
export const tokenModifiers = ['declaration'] as const;

interface Token {
    readonly type: typeof tokenTypes[number];
    readonly isDeclaration?: boolean;
}

/** The tokens of a segment in the encoding of LSP: each relative to the one before, and the first relative to the segment's first line. */
export interface SegmentTokens {
    readonly data: readonly number[];
    /** The line of the last token, relative to the segment's first. */
    readonly lastLine: number;
}

export const tokensIn = memoize((segment: Segment): SegmentTokens => {
    const data: number[] = [];
    let [line, character] = [0, 0];
    for (const leaf of leavesOf(segment.cst)) {
        const token = tokenOf(leaf);
        const { start, end } = leaf.range;
        if (token && start.line === end.line) {
            const at = start.line - segment.start.line;
            data.push(at - line, start.character - (at === line ? character : 0), end.character - start.character, tokenTypes.indexOf(token.type), token.isDeclaration ? 1 : 0);
            [line, character] = [at, start.character];
        }
    }
    return { data, lastLine: line };
});

function leavesOf(node: CstNode): readonly LeafCstNode[] {
    return isCompositeCstNode(node) ? node.content.flatMap(leavesOf) : node.hidden ? [] : [node as RelativeLeaf];
}

function tokenOf(leaf: LeafCstNode): Token | undefined {
    const { name } = leaf.tokenType;
    if (name === 'KEY') {
        return { type: 'property' };
    }
    if (name !== 'WORD' && name !== 'STRING') {
        return /^[a-z]+$/.test(name) ? { type: 'keyword' } : undefined;
    }
    const node = leaf.astNode;
    if (ast.isSite(node)) {
        return name === 'WORD' ? { type: 'class', isDeclaration: node.name === leaf.text && !node.parents.some(({ $refNode }) => $refNode?.offset === leaf.offset) } : undefined;
    }
    if (name === 'STRING') {
        return undefined;
    }
    if (ast.isServer(node) || ast.isCluster(node)) {
        return node.surplus.length === 0 ? { type: 'variable', isDeclaration: true } : undefined;
    }
    const kind = ast.isWord(node) && ast.isPhrase(node.$container) ? namedBy(node) : undefined;
    return kind && { type: kind === 'site' ? 'class' : 'variable' };
}
