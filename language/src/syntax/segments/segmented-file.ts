import { lowerBound, sharedEnds, sharedTextEnds } from '@sup/model';
import type { ILexingError, IRecognitionException } from 'chevrotain';
import type { LangiumDocument, ParseResult } from 'langium';
import type * as ast from '../generated/ast.js';
import type { SupLexingReport, LexerIssue } from '../parser/lexer-issues.js';
import { refusalOf } from '../parser/refusal.js';
import { segmentStarts } from './segment-starts.js';
import { replaceRange } from './replace-range.js';
import { FileTree } from './file-tree.js';
import { type Parsers, parseSegment, unparsedSegment } from './parse-segment.js';
import { isClean, type SegmentSyntaxErrors, syntaxErrorsIn, type Segment } from './segment.js';

let readings = 0;

/**
 * A file that was read segment by segment. To Langium it is the result of parsing the whole. What it says beyond its text and segments
 * holds until the file is read again: the tree is that of all versions, one after another.
 */
export class SegmentedFile implements ParseResult<ast.SupFile> {
    /** Tells readings apart; whoever remembers one remembers this, and not the whole tree. */
    readonly id = ++readings;
    private mistakes: SegmentSyntaxErrors | undefined;
    private inOrder: readonly Segment[] | undefined;
    private readonly tree: FileTree;

    /** `before`: the version that this one takes the place of. */
    constructor(readonly text: string, readonly segments: readonly Segment[], before?: SegmentedFile) {
        this.tree = before?.tree ?? new FileTree();
        this.tree.take(text, segments);
    }

    get value(): ast.SupFile {
        return this.tree.file;
    }

    /** Those that hold something besides sites and scenarios that can be read, in the order of the text: few, as a rule. */
    get others(): readonly Segment[] {
        return this.inOrder ??= this.tree.othersInOrder;
    }

    get parserErrors(): IRecognitionException[] {
        return this.allMistakes.parserErrors as IRecognitionException[];
    }

    get lexerErrors(): ILexingError[] {
        return this.allMistakes.lexerErrors as ILexingError[];
    }

    get lexerReport(): SupLexingReport {
        const { lexerIssues, closingBraces } = this.allMistakes;
        return { diagnostics: lexerIssues as LexerIssue[], closingBraces };
    }

    /** Put together when somebody asks, since most files have none. */
    private get allMistakes(): SegmentSyntaxErrors {
        if (!this.mistakes) {
            const all = this.others.filter(({ syntaxErrors }) => !isClean(syntaxErrors)).map(syntaxErrorsIn);
            this.mistakes = {
                parserErrors: all.flatMap(({ parserErrors }) => parserErrors),
                lexerErrors: all.flatMap(({ lexerErrors }) => lexerErrors),
                lexerIssues: all.flatMap(({ lexerIssues }) => lexerIssues),
                closingBraces: all.flatMap(({ closingBraces }) => closingBraces)
            };
        }
        return this.mistakes;
    }
}

/** The segments of a document; none where it was not read as a plan. */
export function segmentsOf({ parseResult }: Pick<LangiumDocument, 'parseResult'>): readonly Segment[] {
    return parseResult instanceof SegmentedFile ? parseResult.segments : [];
}

/** Which reading of a document this is; 0 where it was not read as a plan. */
export function parseVersionOf({ parseResult }: Pick<LangiumDocument, 'parseResult'>): number {
    return parseResult instanceof SegmentedFile ? parseResult.id : 0;
}

/** Reads a file. What is as it was in the version before is taken from there, tree and all. */
export function parseFile(text: string, readers: Parsers, before?: ParseResult): SegmentedFile {
    // What the lexer refuses to read is refused as a whole.
    const known = before instanceof SegmentedFile ? before : undefined;
    const segments = refusalOf(text) ? [parseSegment(text, readers)]
        : known ? changed(known, text, readers)
            : [...pieces(text, segmentStarts(text))].map(piece => parseSegment(piece, readers));
    return new SegmentedFile(text, segments, known);
}

/** A file of which nothing could be read: a mistake of ours. */
export function unparsedFile(text: string, why: string): SegmentedFile {
    return new SegmentedFile(text, [unparsedSegment(text, why)]);
}

function* pieces(text: string, starts: Iterable<number>): Generator<string> {
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

/** The segments of a changed text: those before and behind the change as they were, and between them what is cut anew. */
function changed({ text: old, segments }: SegmentedFile, text: string, readers: Parsers): readonly Segment[] {
    const { start, end } = sharedTextEnds(old, text);
    // The one before may have ended only because of what is changed now.
    const first = Math.max(0, indexAt(segments, start) - 1);
    const delta = text.length - old.length;
    const changedTo = old.length - end;
    // From a beginning behind the change on, where one was before too, all is cut as it was.
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
    const behind = rest === undefined ? segments.length : next;
    const between = renewed(segments.slice(first, behind), [...pieces(text.slice(0, rest), starts)], readers);
    const after = segments.slice();
    replaceRange(after, first, behind - first, between);
    return after;
}

/** Reads pieces of text, but those at the beginning and the end that are what was there before. */
function renewed(before: readonly Segment[], texts: readonly string[], readers: Parsers): readonly Segment[] {
    const { start, end } = sharedEnds(before, texts, (segment, text) => segment.text === text);
    const read = texts.slice(start, texts.length - end).map(text => parseSegment(copy(text), readers));
    return before.slice(0, start).concat(read, before.slice(before.length - end));
}

/** Where in a file's segments the one stands that holds an offset: the last that begins at or before it. */
export function indexAt(segments: readonly Segment[], offset: number): number {
    return Math.max(0, lowerBound(segments, ({ start }) => start.offset <= offset) - 1);
}

/** A text that does not keep alive the one that it was cut from: a file of megabytes for each segment that was ever edited. */
function copy(text: string): string {
    return ` ${text}`.slice(1);
}
