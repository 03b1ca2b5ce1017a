import type { IRecognitionException, ILexingError, IToken } from 'chevrotain';
import type { LangiumDocument, Mutable, ParseResult } from 'langium';
import * as ast from '../generated/ast.js';
import { FileRoot, type Place } from '../parser/placed-cst.js';
import type { SupLexingReport } from '../parser/troubles.js';
import { cut, isRefused } from './cut.js';
import { type ParseText, readSegment, type Segment } from './segment.js';
import { unchangedEnds } from './unchanged.js';

/** A file that was read segment by segment. To Langium it is the result of parsing the whole. */
export class SegmentedFile implements ParseResult<ast.SupFile> {
    readonly value: ast.SupFile;
    private errors: Pick<ParseResult, 'lexerErrors' | 'parserErrors' | 'lexerReport'> | undefined;

    constructor(readonly text: string, readonly segments: readonly Segment[]) {
        this.value = treeOf(text, segments);
    }

    get parserErrors(): IRecognitionException[] {
        return this.allErrors.parserErrors;
    }

    get lexerErrors(): ILexingError[] {
        return this.allErrors.lexerErrors;
    }

    get lexerReport(): SupLexingReport {
        return this.allErrors.lexerReport as SupLexingReport;
    }

    /** Put together when somebody asks, since most files have none. */
    private get allErrors(): Pick<ParseResult, 'lexerErrors' | 'parserErrors' | 'lexerReport'> {
        const faulty = this.segments.filter(({ mistakes }) => mistakes.parserErrors.length + mistakes.lexerErrors.length + mistakes.troubles.length > 0);
        this.errors ??= {
            parserErrors: faulty.flatMap(({ mistakes, place }) => mistakes.parserErrors.map(error => moved(error, place))),
            lexerErrors: faulty.flatMap(({ mistakes, place }) => mistakes.lexerErrors.map(error => ({ ...error, offset: error.offset + place.offset, line: (error.line ?? 0) + place.line }))),
            lexerReport: {
                diagnostics: faulty.flatMap(({ mistakes, place }) => mistakes.troubles.map(trouble => ({
                    ...trouble, offset: trouble.offset + place.offset, line: (trouble.line ?? 0) + place.line,
                    ...(trouble.closing ? { closing: trouble.closing.map(offset => offset + place.offset) } : {})
                }))),
                closingBraces: faulty.flatMap(({ mistakes, place }) => mistakes.closingBraces.map(offset => offset + place.offset))
            } as SupLexingReport
        };
        return this.errors;
    }
}

/** The segments of a document; none where it was not read as a plan. */
export function segmentsOf(document: LangiumDocument): readonly Segment[] {
    return document.parseResult instanceof SegmentedFile ? document.parseResult.segments : [];
}

/** Reads a file. What is as it was in the version before is taken from there, tree and all. */
export function readFile(text: string, parse: ParseText, before?: ParseResult): SegmentedFile {
    const segments = isRefused(text) ? [readSegment(text, parse)]
        : before instanceof SegmentedFile ? changed(before, text, parse)
            : [...pieces(text, cut(text))].map(piece => readSegment(piece, parse));
    putInPlace(segments);
    return new SegmentedFile(text, segments);
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
function changed({ text: old, segments }: SegmentedFile, text: string, parse: ParseText): readonly Segment[] {
    const { start, end } = unchangedEnds(old, text);
    // The one before may have ended only because of what is changed now.
    const first = Math.max(0, indexAt(segments, start) - 1);
    const delta = text.length - old.length;
    const changedTo = old.length - end;
    // From a beginning behind the change on, where one was before too, all is cut as it was.
    let next = indexAt(segments, changedTo);
    next += segments[next]!.place.offset < changedTo ? 1 : 0;
    const starts: number[] = [];
    let rest: number | undefined;
    for (const from of cut(text, segments[first]!.place.offset)) {
        while (next < segments.length && segments[next]!.place.offset + delta < from) {
            next++;
        }
        if (starts.length > 0 && next < segments.length && segments[next]!.place.offset + delta === from) {
            rest = from;
            break;
        }
        starts.push(from);
    }
    const behind = rest === undefined ? segments.length : next;
    const between = renewed(segments.slice(first, behind), [...pieces(text.slice(0, rest), starts)], parse);
    return [...segments.slice(0, first), ...between, ...segments.slice(behind)];
}

/** Reads pieces of text, but those at the beginning and the end that are what was there before. */
function renewed(before: readonly Segment[], texts: readonly string[], parse: ParseText): readonly Segment[] {
    const most = Math.min(before.length, texts.length);
    let start = 0;
    while (start < most && before[start]!.text === texts[start]) {
        start++;
    }
    let end = 0;
    while (end < most - start && before.at(-1 - end)!.text === texts.at(-1 - end)) {
        end++;
    }
    const read = texts.slice(start, texts.length - end).map(text => readSegment(copy(text), parse));
    return [...before.slice(0, start), ...read, ...before.slice(before.length - end)];
}

/** The segment that holds an offset: the last that begins at or before it. */
function indexAt(segments: readonly Segment[], offset: number): number {
    let [from, to] = [0, segments.length];
    while (to - from > 1) {
        const middle = (from + to) >> 1;
        [from, to] = segments[middle]!.place.offset <= offset ? [middle, to] : [from, middle];
    }
    return from;
}

/** A text that does not keep alive the one that it was cut from: a file of megabytes for each segment that was ever edited. */
function copy(text: string): string {
    return ` ${text}`.slice(1);
}

function putInPlace(segments: readonly Segment[]): void {
    let [offset, line] = [0, 0];
    for (const { place, text, lines } of segments) {
        place.offset = offset;
        place.line = line;
        offset += text.length;
        line += lines;
    }
}

/** One tree of all segments. */
function treeOf(text: string, segments: readonly Segment[]): ast.SupFile {
    const file: Mutable<ast.SupFile> = { $type: ast.SupFile.$type, members: segments.flatMap(({ members }) => members) };
    file.members.forEach((member: Mutable<ast.Member>, index) => {
        member.$container = file;
        member.$containerProperty = 'members';
        member.$containerIndex = index;
    });
    file.$cstNode = new FileRoot(text, segments.flatMap(({ cst }) => cst), file);
    return file;
}

function moved(error: IRecognitionException, place: Place): IRecognitionException {
    const move = (token: IToken): IToken => ({
        ...token,
        startOffset: token.startOffset + place.offset, endOffset: (token.endOffset ?? NaN) + place.offset,
        startLine: (token.startLine ?? NaN) + place.line, endLine: (token.endLine ?? NaN) + place.line
    });
    return { ...error, token: move(error.token), resyncedTokens: error.resyncedTokens.map(move) };
}
