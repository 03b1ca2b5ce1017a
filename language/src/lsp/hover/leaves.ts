import { GrammarUtils, type LeafCstNode } from 'langium';

/** Whether a word belongs to a feature of its statement, such as the key of a property. */
export function isPartOf(leaf: LeafCstNode, feature: string): boolean {
    return GrammarUtils.findNodesForProperty(leaf.astNode.$cstNode, feature).some(node => node.offset === leaf.offset);
}
