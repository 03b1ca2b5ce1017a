import type { IRecognitionException, ILexingError } from 'chevrotain';
import type { CstNode, ParseResult } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Place, PlacedRoot } from '../parser/placed-cst.js';
import { closingBracesIn, type Trouble, troublesIn } from '../parser/troubles.js';

/** A stretch of a file that is read by itself: a site, a scenario or the file's head, with what follows up to the next one. */
export interface Segment {
    readonly text: string;
    /** Where it begins now. */
    readonly place: Place;
    /** How many lines end in it. */
    readonly lines: number;
    readonly members: readonly ast.Member[];
    readonly cst: readonly CstNode[];
    readonly mistakes: Mistakes;
}

/** What could not be read. Positions count from the beginning of the segment. */
export interface Mistakes {
    readonly parserErrors: readonly IRecognitionException[];
    readonly lexerErrors: readonly ILexingError[];
    readonly troubles: readonly Trouble[];
    readonly closingBraces: readonly number[];
}

/** Reads a text from its beginning to its end, as if it were a file. */
export type ParseText = (text: string) => ParseResult<ast.SupFile>;

/** Reads a segment that begins at the beginning of a file; it is put in its place with those before it. */
export function readSegment(text: string, parse: ParseText): Segment {
    const { value: { $cstNode, members }, parserErrors, lexerErrors, lexerReport } = parse(text);
    const root = $cstNode as PlacedRoot;
    const troubles = troublesIn(lexerReport);
    return {
        text, members, place: root.place, cst: root.content,
        lines: countLines(text),
        mistakes: parserErrors.length + lexerErrors.length + troubles.length === 0 ? none : { parserErrors, lexerErrors, troubles, closingBraces: closingBracesIn(lexerReport) }
    };
}

const none: Mistakes = { parserErrors: [], lexerErrors: [], troubles: [], closingBraces: [] };

function countLines(text: string): number {
    let count = 0;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        count++;
    }
    return text.includes('\r') ? text.split(/\r\n?|\n/).length - 1 : count;
}
