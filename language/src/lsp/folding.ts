import { CstUtils, type LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { CancellationToken, type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../syntax/generated/ast.js';
import type { Segment } from '../syntax/segments/segment.js';
import { isSentence } from '../syntax/tree/sentences.js';
import { statementsIn } from '../syntax/tree/walk.js';
import { SegmentCache, type SegmentText } from './segment-cache.js';

/** Folds blocks, long lists, comments and regions. The ranges are cached by segment. */
export class SupFoldingRangeProvider implements FoldingRangeProvider {
    private readonly cache = new SegmentCache<FoldingRange>(rangesIn, (range, lines) => ({ ...range, startLine: range.startLine + lines, endLine: range.endLine + lines }));

    private readonly markers = new SegmentCache<RegionMarker>(markersIn, ({ line, isStart }, lines) => ({ line: line + lines, isStart }));

    async getFoldingRanges(document: LangiumDocument, _params: FoldingRangeParams, cancelToken = CancellationToken.None): Promise<FoldingRange[]> {
        const ranges = await this.cache.all(document, cancelToken);
        return [...ranges, ...regionsBetween(await this.markers.all(document, cancelToken))];
    }
}

/** A comment `// #region` or `// #endregion`. A region may contain several sites. */
interface RegionMarker {
    readonly line: number;
    readonly isStart: boolean;
}

function markersIn(segment: Segment, text: SegmentText): readonly RegionMarker[] {
    if (!segment.text.includes('region')) {
        return [];
    }
    const comments = CstUtils.flattenCst(segment.cst).filter(({ tokenType }) => tokenType.name === 'SL_COMMENT').toArray();
    return comments.flatMap(comment => {
        const word = /^\/\/\s*#(region|endregion)\b/.exec(comment.text)?.[1];
        return word === undefined ? [] : [{ line: text.positionAt(comment.offset).line, isStart: word === 'region' }];
    });
}

function regionsBetween(markers: readonly RegionMarker[]): readonly FoldingRange[] {
    const open: RegionMarker[] = [];
    return markers.flatMap(marker => {
        if (marker.isStart) {
            open.push(marker);
            return [];
        }
        const start = open.pop();
        return start ? [{ startLine: start.line, endLine: marker.line, kind: FoldingRangeKind.Region }] : [];
    });
}

function rangesIn(segment: Segment, text: SegmentText): readonly FoldingRange[] {
    const statements = statementsIn(segment).filter(statement => isList(statement) || ('body' in statement && statement.body !== undefined));
    // The tokens are not made for a segment without such a comment, since most segments have none.
    const comments = !segment.text.includes('/*') ? [] : CstUtils.flattenCst(segment.cst).filter(({ tokenType }) => tokenType.name === 'ML_COMMENT').toArray();
    return [
        ...statements.flatMap(statement => foldingRangeOf(text.rangeOf(statement), text)),
        ...comments.flatMap(({ range }) => foldingRangeOf(range, text, FoldingRangeKind.Comment))
    ];
}

/** Whether a statement can extend over several lines without a block. */
function isList(statement: ast.Member): boolean {
    return ast.isProperty(statement) || isSentence(statement);
}

/** A range of at least three lines is folded. The brace that ends a block stays visible, and so does the end of a comment. */
function foldingRangeOf(range: Range | undefined, text: SegmentText, kind?: FoldingRangeKind): readonly FoldingRange[] {
    if (!range || range.end.line - range.start.line < 2) {
        return [];
    }
    const { start, end } = range;
    const last = kind !== undefined || text.characterBefore(end) === '}' ? text.endOfLine(end.line - 1) : end;
    return [{ startLine: start.line, startCharacter: start.character, endLine: last.line, endCharacter: last.character, ...kind && { kind } }];
}
