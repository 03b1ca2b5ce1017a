import type { CompositeCstNode } from 'langium';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { ParsedCst } from '../parser/segment-cst.js';
import { closingBracesIn, lexerIssue, type LexerIssueKind, lexerIssuesIn } from '../parser/lexer-issues.js';
import { LazyCst } from '../fast-parser/lazy-cst.js';
import type { FastParser } from '../fast-parser/fast-parser.js';
import { type SegmentSyntaxErrors, isClean, type Segment } from './segment.js';

/** The parsers that segments are parsed with. */
export interface Parsers {
    /** For plainly valid text. */
    readonly fast: FastParser;
    /** For any text. */
    readonly parse: ParseText;
}

/** Parses a plainly valid segment. Its start is 0 until it becomes part of a file. */
export function parseFast(text: string, tokens: number, { fast, parse }: Parsers): Segment | undefined {
    const start: SegmentStart = { offset: 0, line: 0 };
    const result = fast.parse(text);
    return result && { text, start, tokens, isSlow: false, lines: result.lines, members: result.members, cst: new LazyCst(start, text, result.members, parse), syntaxErrors: noErrors };
}

/** Parses any segment. */
export function parseWithLangium(text: string, tokens: number, { parse }: Parsers): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    const { value: { $cstNode, members }, parserErrors, lexerErrors, lexerReport } = parse(text, start);
    const lexerIssues = lexerIssuesIn(lexerReport);
    return {
        text, start, tokens, isSlow: true, members,
        lines: linesIn(text),
        cst: new ParsedCst(start, text.length, ($cstNode as CompositeCstNode).content),
        syntaxErrors: isClean({ ...noErrors, parserErrors, lexerErrors, lexerIssues }) ? noErrors : { parserErrors, lexerErrors, lexerIssues, closingBraces: closingBracesIn(lexerReport) }
    };
}

/** Parses the beginning of a segment that exceeds a limit of the file, with a syntax error where the parse ends. */
export function cutSegment(text: string, { length, budget }: { length: number; budget: string }, parsers: Parsers): Segment {
    return { ...beginningOf(text, { length, tokens: 0, kind: 'too-long', offset: length }, parsers), budget };
}

/** Parses the beginning of a segment that the fast parser cannot read and that is too long for the other, with a syntax error where the parse ends, or where the fast parser gives up. */
export function cutSlowSegment(text: string, { length, tokens }: { length: number; tokens: number }, parsers: Parsers): Segment {
    const end = parsers.fast.endOfPlainText(text);
    return beginningOf(text, { length, tokens, ...end > length ? { kind: 'segment-not-plain', offset: end } : { kind: 'segment-too-long', offset: length } }, parsers);
}

function beginningOf(text: string, { length, tokens, kind, offset }: { length: number; tokens: number; kind: LexerIssueKind; offset: number }, parsers: Parsers): Segment {
    const beginning = parseWithLangium(text.slice(0, length), tokens, parsers);
    const issue = { ...lexerIssue(kind), offset, length: 1, line: linesIn(text.slice(0, offset)) + 1 };
    return {
        ...beginning, text, lines: linesIn(text), cst: new ParsedCst(beginning.start, text.length, beginning.cst.content),
        syntaxErrors: { ...beginning.syntaxErrors, lexerIssues: [...beginning.syntaxErrors.lexerIssues, issue] }
    };
}

/** The text after a segment that exceeds a limit of the file. */
export function unreadSegment(text: string): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    return { text, start, tokens: 0, isSlow: true, isUnread: true, lines: linesIn(text), members: [], cst: new ParsedCst(start, text.length, []), syntaxErrors: noErrors };
}

/** A segment whose parse has failed with an internal error. */
export function unparsedSegment(text: string, reason: string): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    return {
        text, start, tokens: 0, isSlow: true, lines: linesIn(text), members: [], cst: new ParsedCst(start, text.length, []),
        syntaxErrors: { ...noErrors, lexerIssues: [lexerIssue('failure', undefined, reason)] }
    };
}

function linesIn(text: string): number {
    let count = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        count += code === lineFeed || (code === carriageReturn && text.charCodeAt(i + 1) !== lineFeed) ? 1 : 0;
    }
    return count;
}

const [lineFeed, carriageReturn] = [0x0A, 0x0D];

const noErrors: SegmentSyntaxErrors = { parserErrors: [], lexerErrors: [], lexerIssues: [], closingBraces: [] };
