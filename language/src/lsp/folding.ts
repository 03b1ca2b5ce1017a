import type { AstNode } from 'langium';
import { DefaultFoldingRangeProvider } from 'langium/lsp';
import * as ast from '../generated/ast.js';
import { isSentence } from '../syntax/sentences.js';

/** Folds blocks, long lists and comments, each once: Langium would fold a block and the braces in it. */
export class SupFoldingRangeProvider extends DefaultFoldingRangeProvider {
    protected override shouldProcess(node: AstNode): boolean {
        return isList(node) || ('body' in node && node.body !== undefined);
    }

    protected override shouldProcessContent(node: AstNode): boolean {
        return !isList(node);
    }
}

/** Whether a statement may go on over several lines without a block. */
function isList(node: AstNode): boolean {
    return ast.isProperty(node) || isSentence(node);
}
