import type { AstNode } from 'langium';
import { DefaultFoldingRangeProvider } from 'langium/lsp';
import * as ast from '../generated/ast.js';

/** Folds blocks, long lists and comments, each once: Langium would fold a block and the braces in it. */
export class SupFoldingRangeProvider extends DefaultFoldingRangeProvider {
    protected override shouldProcess(node: AstNode): boolean {
        return ast.isProperty(node) || ('body' in node && node.body !== undefined);
    }

    protected override shouldProcessContent(node: AstNode): boolean {
        return !ast.isProperty(node);
    }
}
