import { CstUtils, type CstNode, type LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { CancellationToken, type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import * as ast from '../syntax/generated/ast.js';
import type { Segment } from '../syntax/segments/segment.js';
import { isSentence } from '../syntax/tree/sentences.js';
import { statementsIn } from '../syntax/tree/walk.js';
import { SegmentCache, type SegmentText } from './segment-cache.js';

/** Folds blocks, long lists and comments. The ranges are cached by segment. */
export class SupFoldingRangeProvider implements FoldingRangeProvider {
    private readonly cache = new SegmentCache<FoldingRange>(rangesIn, (range, lines) => ({ ...range, startLine: range.startLine + lines, endLine: range.endLine + lines }));

    getFoldingRanges(document: LangiumDocument, _params: FoldingRangeParams, cancelToken = CancellationToken.None): Promise<FoldingRange[]> {
        return this.cache.all(document, cancelToken);
    }
}

function rangesIn(segment: Segment, text: SegmentText): readonly FoldingRange[] {
    const statements = statementsIn(segment).filter(statement => isList(statement) || ('body' in statement && statement.body !== undefined));
    const comments = CstUtils.flattenCst(segment.cst).filter(({ tokenType }) => tokenType.name === 'ML_COMMENT').toArray();
    return [
        ...statements.flatMap(({ $cstNode }) => $cstNode ? rangeOf($cstNode, text) : []),
        ...comments.flatMap(comment => rangeOf(comment, text, FoldingRangeKind.Comment))
    ];
}

/** Whether a statement can extend over several lines without a block. */
function isList(statement: ast.Member): boolean {
    return ast.isProperty(statement) || isSentence(statement);
}

/** A node of at least three lines is folded. The brace that ends a block stays visible, and so does the end of a comment. */
function rangeOf(node: CstNode, text: SegmentText, kind?: FoldingRangeKind): readonly FoldingRange[] {
    const { start, end } = node.range;
    if (end.line - start.line < 2) {
        return [];
    }
    const last = kind !== undefined || node.root.fullText[node.end - 1] === '}' ? text.endOfLine(end.line - 1) : end;
    return [{ startLine: start.line, startCharacter: start.character, endLine: last.line, endCharacter: last.character, ...kind && { kind } }];
}
