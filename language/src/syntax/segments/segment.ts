import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.js';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { SegmentCst } from '../parser/segment-cst.js';
import type { LexerIssue } from '../parser/lexer-issues.js';

/** A stretch of a file that is read by itself: a site, a scenario or the file's head, with what follows up to the next one. */
export interface Segment {
    readonly text: string;
    /** Where it begins now. */
    readonly start: SegmentStart;
    /** How many lines end in it. */
    readonly lines: number;
    readonly members: readonly ast.Member[];
    /** Its tokens; in many a segment they are made only when somebody asks. */
    readonly cst: SegmentCst;
    readonly syntaxErrors: SegmentSyntaxErrors;
}

/** A segment as a part of its file. */
export interface SegmentOfFile {
    readonly document: LangiumDocument<ast.SupFile>;
    readonly segment: Segment;
}

/** What could not be read. Positions count from the beginning of the segment. */
export interface SegmentSyntaxErrors {
    readonly parserErrors: readonly IRecognitionException[];
    readonly lexerErrors: readonly ILexingError[];
    readonly lexerIssues: readonly LexerIssue[];
    readonly closingBraces: readonly number[];
}

/** What could not be read of a segment where it stands now. Positions count from the beginning of the file. */
export function syntaxErrorsIn({ syntaxErrors, start }: Segment): SegmentSyntaxErrors {
    return isClean(syntaxErrors) ? syntaxErrors : {
        parserErrors: syntaxErrors.parserErrors.map(error => ({ ...error, token: moved(error.token, start), resyncedTokens: error.resyncedTokens.map(token => moved(token, start)) })),
        lexerErrors: syntaxErrors.lexerErrors.map(error => ({ ...error, offset: error.offset + start.offset, line: (error.line ?? NaN) + start.line })),
        lexerIssues: syntaxErrors.lexerIssues.map(trouble => ({
            ...trouble, offset: trouble.offset + start.offset, line: (trouble.line ?? NaN) + start.line,
            ...(trouble.closing ? { closing: trouble.closing.map(offset => offset + start.offset) } : {})
        })),
        closingBraces: syntaxErrors.closingBraces.map(offset => offset + start.offset)
    };
}

function moved(token: IToken, place: SegmentStart): IToken {
    return {
        ...token,
        startOffset: token.startOffset + place.offset, endOffset: (token.endOffset ?? NaN) + place.offset,
        startLine: (token.startLine ?? NaN) + place.line, endLine: (token.endLine ?? NaN) + place.line
    };
}

/** Whether all could be read. */
export function isClean({ parserErrors, lexerErrors, lexerIssues }: SegmentSyntaxErrors): boolean {
    return parserErrors.length + lexerErrors.length + lexerIssues.length === 0;
}
