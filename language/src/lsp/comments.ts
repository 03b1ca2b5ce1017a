import { type AstNode, type CommentProvider, CstUtils } from 'langium';
import type { LangiumServices } from 'langium/lsp';

/** Finds the comment before a statement; where a segment begins with that, it is in the one before. */
export class SupCommentProvider implements CommentProvider {
    constructor(private readonly services: LangiumServices) {}

    getComment({ $cstNode }: AstNode): string | undefined {
        const before = $cstNode && CstUtils.findLeafNodeBeforeOffset($cstNode.root, $cstNode.offset - 1);
        return before && CstUtils.isCommentNode(before, this.services.parser.GrammarConfig.multilineCommentRules) ? before.text : undefined;
    }
}
