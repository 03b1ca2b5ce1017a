import type { LangiumDocument } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import { CancellationToken, type SemanticTokens, type SemanticTokensDelta, type SemanticTokensDeltaParams, type SemanticTokensOptions, type SemanticTokensParams, type SemanticTokensRangeParams } from 'vscode-languageserver';
import { changesBetween, type SegmentChanges } from '../syntax/segments/changes.js';
import type { Segment } from '../syntax/segments/segment.js';
import { segmentsOf } from '../syntax/segments/segmented-file.js';
import { eachSegment } from './segment-cache.js';
import { tokenModifiers, tokensIn, tokenTypes } from './segment-tokens.js';

/** LSP encodes a token in five numbers. */
const numbersPerToken = 5;

/**
 * Distinguishes keywords, keys and names: `server` can be any of them. Tokens are cached by segment; after an edit only those of the changed
 * segments are sent.
 */
export class SupSemanticTokenProvider implements SemanticTokenProvider {
    readonly tokenTypes = indexed(tokenTypes, i => i);
    readonly tokenModifiers = indexed(tokenModifiers, i => 1 << i);
    readonly semanticTokensOptions: SemanticTokensOptions = {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true
    };
    /** The last answer for each document. */
    private readonly lastAnswers = new WeakMap<LangiumDocument, { readonly resultId: string; readonly segments: readonly Segment[] }>();
    private count = 0;

    async semanticHighlight(document: LangiumDocument, _params: SemanticTokensParams, cancelToken = CancellationToken.None): Promise<SemanticTokens> {
        await eachSegment(document, tokensIn, cancelToken);
        const segments = segmentsOf(document);
        return { resultId: this.saveAnswer(document, segments), data: dataOf(segments, 0) };
    }

    semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
        const shown = segmentsOf(document).filter(({ start, lines }) => start.line <= range.end.line && start.line + lines >= range.start.line);
        return { data: dataOf(shown, 0) };
    }

    async semanticHighlightDelta(document: LangiumDocument, params: SemanticTokensDeltaParams, cancelToken = CancellationToken.None): Promise<SemanticTokens | SemanticTokensDelta> {
        const last = this.lastAnswers.get(document);
        if (last?.resultId !== params.previousResultId) {
            return this.semanticHighlight(document, params, cancelToken);
        }
        const segments = segmentsOf(document);
        const changes = changesBetween(last.segments, segments);
        await eachSegment(document, tokensIn, cancelToken, changes.added);
        const edits = changes.removed.length + changes.added.length === 0 ? [] : [editFor(changes, segments)];
        return { resultId: this.saveAnswer(document, segments), edits };
    }

    private saveAnswer(document: LangiumDocument, segments: readonly Segment[]): string {
        const resultId = String(++this.count);
        this.lastAnswers.set(document, { resultId, segments });
        return resultId;
    }
}

/** The edit that replaces the tokens of changed segments and the first token after them, whose line is relative to the last token before. */
function editFor({ start, removed, added }: SegmentChanges, segments: readonly Segment[]): { start: number; deleteCount: number; data: number[] } {
    const before = segments.slice(0, start);
    const next = segments.slice(start + added.length).find(segment => tokensIn(segment).data.length > 0);
    const data = dataOf([...added, ...next ? [next] : []], lastTokenLine(before));
    const rest = next ? tokensIn(next).data.length - numbersPerToken : 0;
    return { start: countOf(before), deleteCount: countOf(removed) + (next ? numbersPerToken : 0), data: data.slice(0, data.length - rest) };
}

function countOf(segments: readonly Segment[]): number {
    return segments.reduce((count, segment) => count + tokensIn(segment).data.length, 0);
}

/** The line of the last token in segments, to which the next token is relative; 0 if there is none. */
function lastTokenLine(segments: readonly Segment[]): number {
    const last = segments.findLast(segment => tokensIn(segment).data.length > 0);
    return last ? last.start.line + tokensIn(last).lastLine : 0;
}

/** The tokens of consecutive segments, the first one relative to a line. */
function dataOf(segments: readonly Segment[], from: number): number[] {
    const all: number[] = [];
    let line = from;
    for (const segment of segments) {
        const { data, lastLine } = tokensIn(segment);
        if (data.length > 0) {
            const first = all.length;
            for (const number of data) {
                all.push(number);
            }
            all[first] = data[0]! + segment.start.line - line;
            line = segment.start.line + lastLine;
        }
    }
    return all;
}

function indexed(names: readonly string[], valueOf: (index: number) => number): Record<string, number> {
    return Object.fromEntries(names.map((name, i) => [name, valueOf(i)]));
}
