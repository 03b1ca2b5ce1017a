import { lowerBound, sharedEnds, sharedTextEnds } from '@sup/model';
import type { ILexingError, IRecognitionException } from 'chevrotain';
import type { LangiumDocument, ParseResult } from 'langium';
import type * as ast from '../generated/ast.js';
import type { SupLexingReport, LexerIssue } from '../parser/lexer-issues.js';
import { type ChunkedWork, finish } from '../chunked-work.js';
import { refusalOf } from '../parser/refusal.js';
import { segmentStarts } from './segment-starts.js';
import { replaceRange } from './replace-range.js';
import { FileTree } from './file-tree.js';
import { type Parsers, parseWithLangium, unparsedSegment } from './parse-segment.js';
import { readSegments } from './token-budget.js';
import { isClean, type SegmentSyntaxErrors, syntaxErrorsIn, type Segment } from './segment.js';

let versions = 0;

/**
 * A file that was parsed segment by segment; to Langium, the parse result of the whole file. All versions of a file share one tree, so
 * everything but the text and the segments is valid only until the next version is parsed.
 */
export class SegmentedFile implements ParseResult<ast.SupFile> {
    /** Identifies this version, for caches that must not keep the tree alive. */
    readonly id = ++versions;
    private errors: SegmentSyntaxErrors | undefined;
    private irregular: readonly Segment[] | undefined;
    private readonly tree: FileTree;

    /** `before`: the version that this one replaces. */
    constructor(readonly text: string, readonly segments: readonly Segment[], before?: SegmentedFile) {
        this.tree = before?.tree ?? new FileTree();
        this.tree.update(text, segments);
    }

    get value(): ast.SupFile {
        return this.tree.file;
    }

    /** The segments with syntax errors, or with statements other than sites and scenarios, in the order of the text: usually few. */
    get irregularSegments(): readonly Segment[] {
        return this.irregular ??= this.tree.irregularInOrder;
    }

    get parserErrors(): IRecognitionException[] {
        return this.syntaxErrors.parserErrors as IRecognitionException[];
    }

    get lexerErrors(): ILexingError[] {
        return this.syntaxErrors.lexerErrors as ILexingError[];
    }

    get lexerReport(): SupLexingReport {
        const { lexerIssues, closingBraces } = this.syntaxErrors;
        return { diagnostics: lexerIssues as LexerIssue[], closingBraces };
    }

    /** Collected on demand, since most files have none. */
    private get syntaxErrors(): SegmentSyntaxErrors {
        if (!this.errors) {
            const all = this.irregularSegments.filter(({ syntaxErrors }) => !isClean(syntaxErrors)).map(syntaxErrorsIn);
            this.errors = {
                parserErrors: all.flatMap(({ parserErrors }) => parserErrors),
                lexerErrors: all.flatMap(({ lexerErrors }) => lexerErrors),
                lexerIssues: all.flatMap(({ lexerIssues }) => lexerIssues),
                closingBraces: all.flatMap(({ closingBraces }) => closingBraces)
            };
        }
        return this.errors;
    }
}

/** The segments of a document; none if it was not parsed as a plan. */
export function segmentsOf({ parseResult }: Pick<LangiumDocument, 'parseResult'>): readonly Segment[] {
    return parseResult instanceof SegmentedFile ? parseResult.segments : [];
}

/** Changes whenever a document is parsed; 0 if it was not parsed as a plan. */
export function parseVersionOf({ parseResult }: Pick<LangiumDocument, 'parseResult'>): number {
    return parseResult instanceof SegmentedFile ? parseResult.id : 0;
}

/** Parses a file. Segments that have not changed since the previous version are reused with their trees. */
export function parseFile(text: string, parsers: Parsers, before?: ParseResult): SegmentedFile {
    return finish(parseFileInChunks(text, parsers, before));
}

/** Parses a file in chunks. The previous version stays as it is until the last chunk. */
export function* parseFileInChunks(text: string, parsers: Parsers, before?: ParseResult): ChunkedWork<SegmentedFile> {
    const previous = before instanceof SegmentedFile ? before : undefined;
    // A file that the lexer rejects is not split.
    const segments = refusalOf(text) ? [parseWithLangium(text, 0, parsers)]
        : yield* readSegments(previous ? splitUnread(reusable(previous, text)) : split(text), parsers, previous?.segments.at(-1));
    return new SegmentedFile(text, segments, previous);
}

function split(text: string): readonly string[] {
    return [...sliceAt(text, segmentStarts(text))];
}

/** Splits the last segment again if it was not parsed: an edit may leave enough of the limits for it. */
function splitUnread(segments: readonly (Segment | string)[]): readonly (Segment | string)[] {
    const last = segments.at(-1);
    return typeof last === 'object' && last.isUnread ? [...segments.slice(0, -1), ...split(last.text)] : segments;
}

/** A file whose parse has failed with an internal error. */
export function unparsedFile(text: string, reason: string): SegmentedFile {
    return new SegmentedFile(text, [unparsedSegment(text, reason)]);
}

function* sliceAt(text: string, starts: Iterable<number>): Generator<string> {
    let from: number | undefined;
    for (const start of starts) {
        if (from !== undefined) {
            yield text.slice(from, start);
        }
        from = start;
    }
    if (from !== undefined) {
        yield text.slice(from);
    }
}

/** The segments of a changed text: those before and after the change, and the text between them, split again. */
function reusable({ text: old, segments }: SegmentedFile, text: string): readonly (Segment | string)[] {
    const { start, end } = sharedTextEnds(old, text);
    // Whether the segment before the change still ends at the same place may depend on the changed text.
    const first = Math.max(0, indexAt(segments, start) - 1);
    const delta = text.length - old.length;
    const changedTo = old.length - end;
    // Once a segment after the change begins where an old one did, all later segments are the same.
    let next = indexAt(segments, changedTo);
    next += segments[next]!.start.offset < changedTo ? 1 : 0;
    const starts: number[] = [];
    let rest: number | undefined;
    for (const from of segmentStarts(text, segments[first]!.start.offset)) {
        while (next < segments.length && segments[next]!.start.offset + delta < from) {
            next++;
        }
        if (starts.length > 0 && next < segments.length && segments[next]!.start.offset + delta === from) {
            rest = from;
            break;
        }
        starts.push(from);
    }
    const lastChanged = rest === undefined ? segments.length : next;
    const between = reusableAmong(segments.slice(first, lastChanged), [...sliceAt(text.slice(0, rest), starts)]);
    const after: (Segment | string)[] = segments.slice();
    replaceRange(after, first, lastChanged - first, between);
    return after;
}

/** Replaces texts at the start and the end by the segments that had the same text before. */
function reusableAmong(before: readonly Segment[], texts: readonly string[]): readonly (Segment | string)[] {
    const { start, end } = sharedEnds(before, texts, (segment, text) => segment.text === text);
    return [...before.slice(0, start), ...texts.slice(start, texts.length - end).map(detached), ...before.slice(before.length - end)];
}

/** The index of the segment that contains an offset: the last one that begins at or before it. */
export function indexAt(segments: readonly Segment[], offset: number): number {
    return Math.max(0, lowerBound(segments, ({ start }) => start.offset <= offset) - 1);
}

/** A copy of a slice. V8 implements slices as views, so each edited segment would keep a whole version of the file in memory. */
function detached(text: string): string {
    return ` ${text}`.slice(1);
}
