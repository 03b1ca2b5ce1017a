import type { CompositeCstNode } from 'langium';
import type { Place } from '../parser/placed-cst.js';
import type { ParseText } from '../parser/safe-parser.js';
import { ParsedCst } from '../parser/segment-cst.js';
import { closingBracesIn, trouble, troublesIn } from '../parser/troubles.js';
import { LateCst } from '../quick/late-cst.js';
import type { QuickReader } from '../quick/quick-reader.js';
import { type Mistakes, isClean, type Segment } from './segment.js';

/** What segments are read with. */
export interface Readers {
    /** Reads what is plainly valid. */
    readonly quick: QuickReader;
    /** Reads everything. */
    readonly parse: ParseText;
}

/** Reads a segment that begins at the beginning of a file; it is put in its place with those before it. */
export function readSegment(text: string, { quick, parse }: Readers): Segment {
    const place: Place = { offset: 0, line: 0 };
    const read = quick.read(text);
    return read ? { text, place, lines: read.lines, members: read.members, cst: new LateCst(place, text, read.members, parse), mistakes: none } : parsed(text, place, parse);
}

/** A segment of which nothing could be read. */
export function unreadSegment(text: string, why: string): Segment {
    const place: Place = { offset: 0, line: 0 };
    return { text, place, lines: linesIn(text), members: [], cst: new ParsedCst(place, text.length, []), mistakes: { ...none, troubles: [trouble('failure', undefined, why)] } };
}

function parsed(text: string, place: Place, parse: ParseText): Segment {
    const { value: { $cstNode, members }, parserErrors, lexerErrors, lexerReport } = parse(text, place);
    const troubles = troublesIn(lexerReport);
    return {
        text, place, members,
        lines: linesIn(text),
        cst: new ParsedCst(place, text.length, ($cstNode as CompositeCstNode).content),
        mistakes: isClean({ ...none, parserErrors, lexerErrors, troubles }) ? none : { parserErrors, lexerErrors, troubles, closingBraces: closingBracesIn(lexerReport) }
    };
}

function linesIn(text: string): number {
    return text.split(/\r\n?|\n/).length - 1;
}

const none: Mistakes = { parserErrors: [], lexerErrors: [], troubles: [], closingBraces: [] };
