import { type AstNode, type CommentProvider, CstUtils } from 'langium';
import type { LangiumServices } from 'langium/lsp';

/** Finds the comment before a statement. For the first statement of a segment, the comment is in the previous segment. */
export class SupCommentProvider implements CommentProvider {
    constructor(private readonly services: LangiumServices) {}

    getComment({ $cstNode }: AstNode): string | undefined {
        const before = $cstNode && CstUtils.findLeafNodeBeforeOffset($cstNode.root, $cstNode.offset - 1);
        return before && CstUtils.isCommentNode(before, this.services.parser.GrammarConfig.multilineCommentRules) ? before.text : undefined;
    }
}
