import type { CompositeCstNode } from 'langium';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { ParsedCst } from '../parser/segment-cst.js';
import { closingBracesIn, lexerIssue, lexerIssuesIn } from '../parser/lexer-issues.js';
import { LazyCst } from '../fast-parser/lazy-cst.js';
import type { FastParser } from '../fast-parser/fast-parser.js';
import { type SegmentSyntaxErrors, isClean, type Segment } from './segment.js';

/** What segments are read with. */
export interface Parsers {
    /** Reads what is plainly valid. */
    readonly fast: FastParser;
    /** Reads everything. */
    readonly parse: ParseText;
}

/** Reads a segment that begins at the beginning of a file; it is put in its place with those before it. */
export function parseSegment(text: string, { fast, parse }: Parsers): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    const read = fast.parse(text);
    return read ? { text, start, lines: read.lines, members: read.members, cst: new LazyCst(start, text, read.members, parse), syntaxErrors: none } : parsed(text, start, parse);
}

/** A segment of which nothing could be read. */
export function unparsedSegment(text: string, why: string): Segment {
    const start: SegmentStart = { offset: 0, line: 0 };
    return { text, start, lines: linesIn(text), members: [], cst: new ParsedCst(start, text.length, []), syntaxErrors: { ...none, lexerIssues: [lexerIssue('failure', undefined, why)] } };
}

function parsed(text: string, start: SegmentStart, parse: ParseText): Segment {
    const { value: { $cstNode, members }, parserErrors, lexerErrors, lexerReport } = parse(text, start);
    const lexerIssues = lexerIssuesIn(lexerReport);
    return {
        text, start, members,
        lines: linesIn(text),
        cst: new ParsedCst(start, text.length, ($cstNode as CompositeCstNode).content),
        syntaxErrors: isClean({ ...none, parserErrors, lexerErrors, lexerIssues }) ? none : { parserErrors, lexerErrors, lexerIssues, closingBraces: closingBracesIn(lexerReport) }
    };
}

function linesIn(text: string): number {
    return text.split(/\r\n?|\n/).length - 1;
}

const none: SegmentSyntaxErrors = { parserErrors: [], lexerErrors: [], lexerIssues: [], closingBraces: [] };
