import type { CompositeCstNode } from 'langium';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { ParsedCst } from '../parser/segment-cst.js';
import { closingBracesIn, lexerIssue, lexerIssuesIn } from '../parser/lexer-issues.js';
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

/** Parses a segment. Its start is 0 until it becomes part of a file. */
export function parseSegment(text: string, { fast, parse }: Parsers): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    const result = fast.parse(text);
    return result
        ? { text, start, lines: result.lines, members: result.members, cst: new LazyCst(start, text, result.members, parse), syntaxErrors: noErrors }
        : parseWithLangium(text, start, parse);
}

/** A segment whose parse has failed with an internal error. */
export function unparsedSegment(text: string, reason: string): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    return { text, start, lines: linesIn(text), members: [], cst: new ParsedCst(start, text.length, []), syntaxErrors: { ...noErrors, lexerIssues: [lexerIssue('failure', undefined, reason)] } };
}

function parseWithLangium(text: string, start: SegmentStart, parse: ParseText): Segment {
    const { value: { $cstNode, members }, parserErrors, lexerErrors, lexerReport } = parse(text, start);
    const lexerIssues = lexerIssuesIn(lexerReport);
    return {
        text, start, members,
        lines: linesIn(text),
        cst: new ParsedCst(start, text.length, ($cstNode as CompositeCstNode).content),
        syntaxErrors: isClean({ ...noErrors, parserErrors, lexerErrors, lexerIssues }) ? noErrors : { parserErrors, lexerErrors, lexerIssues, closingBraces: closingBracesIn(lexerReport) }
    };
}

function linesIn(text: string): number {
    return text.split(/\r\n?|\n/).length - 1;
}

const noErrors: SegmentSyntaxErrors = { parserErrors: [], lexerErrors: [], lexerIssues: [], closingBraces: [] };
