import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.js';
import type { Place } from '../parser/placed-cst.js';
import type { SegmentCst } from '../parser/segment-cst.js';
import type { Trouble } from '../parser/troubles.js';

/** A stretch of a file that is read by itself: a site, a scenario or the file's head, with what follows up to the next one. */
export interface Segment {
    readonly text: string;
    /** Where it begins now. */
    readonly place: Place;
    /** How many lines end in it. */
    readonly lines: number;
    readonly members: readonly ast.Member[];
    /** Its tokens; in many a segment they are made only when somebody asks. */
    readonly cst: SegmentCst;
    readonly mistakes: Mistakes;
}

/** A segment as a part of its file. */
export interface SegmentOfFile {
    readonly document: LangiumDocument<ast.SupFile>;
    readonly segment: Segment;
}

/** What could not be read. Positions count from the beginning of the segment. */
export interface Mistakes {
    readonly parserErrors: readonly IRecognitionException[];
    readonly lexerErrors: readonly ILexingError[];
    readonly troubles: readonly Trouble[];
    readonly closingBraces: readonly number[];
}

/** What could not be read of a segment where it stands now. Positions count from the beginning of the file. */
export function mistakesIn({ mistakes, place }: Segment): Mistakes {
    return isClean(mistakes) ? mistakes : {
        parserErrors: mistakes.parserErrors.map(error => ({ ...error, token: moved(error.token, place), resyncedTokens: error.resyncedTokens.map(token => moved(token, place)) })),
        lexerErrors: mistakes.lexerErrors.map(error => ({ ...error, offset: error.offset + place.offset, line: (error.line ?? NaN) + place.line })),
        troubles: mistakes.troubles.map(trouble => ({
            ...trouble, offset: trouble.offset + place.offset, line: (trouble.line ?? NaN) + place.line,
            ...(trouble.closing ? { closing: trouble.closing.map(offset => offset + place.offset) } : {})
        })),
        closingBraces: mistakes.closingBraces.map(offset => offset + place.offset)
    };
}

function moved(token: IToken, place: Place): IToken {
    return {
        ...token,
        startOffset: token.startOffset + place.offset, endOffset: (token.endOffset ?? NaN) + place.offset,
        startLine: (token.startLine ?? NaN) + place.line, endLine: (token.endLine ?? NaN) + place.line
    };
}

/** Whether all could be read. */
export function isClean({ parserErrors, lexerErrors, troubles }: Mistakes): boolean {
    return parserErrors.length + lexerErrors.length + troubles.length === 0;
}
