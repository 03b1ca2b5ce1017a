import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.js';
import type { SegmentStart } from '../parser/relative-cst.js';
import type { SegmentCst } from '../parser/segment-cst.js';
import type { LexerIssue } from '../parser/lexer-issues.js';

/** A part of a file that is parsed on its own: a site, a scenario or the head of the file, with the text up to the next one. */
export interface Segment {
    readonly text: string;
    /** Where it begins in the current version of the file. */
    readonly start: SegmentStart;
    /** The number of line breaks in it. */
    readonly lines: number;
    /** About the number of its tokens. */
    readonly tokens: number;
    /** Whether Langium's parser has parsed it, because the fast parser cannot. */
    readonly isSlow: boolean;
    /** If only its beginning is parsed, the limits that were left for it. */
    readonly budget?: string;
    /** Whether it is the text after such a segment, which is not parsed. */
    readonly isUnread?: boolean;
    readonly members: readonly ast.Member[];
    /** Its tokens, often made on demand. */
    readonly cst: SegmentCst;
    readonly syntaxErrors: SegmentSyntaxErrors;
}

/** A segment and the file that it is part of. */
export interface SegmentOfFile {
    readonly document: LangiumDocument<ast.SupFile>;
    readonly segment: Segment;
}

/** The syntax errors of a segment, with positions relative to its start. */
export interface SegmentSyntaxErrors {
    readonly parserErrors: readonly IRecognitionException[];
    readonly lexerErrors: readonly ILexingError[];
    readonly lexerIssues: readonly LexerIssue[];
    readonly closingBraces: readonly number[];
}

/** The syntax errors of a segment, with positions in its file. */
export function syntaxErrorsIn({ syntaxErrors, start }: Segment): SegmentSyntaxErrors {
    return isClean(syntaxErrors) ? syntaxErrors : {
        parserErrors: syntaxErrors.parserErrors.map(error => ({ ...error, token: moved(error.token, start), resyncedTokens: error.resyncedTokens.map(token => moved(token, start)) })),
        lexerErrors: syntaxErrors.lexerErrors.map(error => ({ ...error, offset: error.offset + start.offset, line: (error.line ?? NaN) + start.line })),
        lexerIssues: syntaxErrors.lexerIssues.map(issue => ({
            ...issue, offset: issue.offset + start.offset, line: (issue.line ?? NaN) + start.line,
            ...(issue.closing ? { closing: issue.closing.map(offset => offset + start.offset) } : {})
        })),
        closingBraces: syntaxErrors.closingBraces.map(offset => offset + start.offset)
    };
}

function moved(token: IToken, segmentStart: SegmentStart): IToken {
    return {
        ...token,
        startOffset: token.startOffset + segmentStart.offset, endOffset: (token.endOffset ?? NaN) + segmentStart.offset,
        startLine: (token.startLine ?? NaN) + segmentStart.line, endLine: (token.endLine ?? NaN) + segmentStart.line
    };
}

export function isClean({ parserErrors, lexerErrors, lexerIssues }: SegmentSyntaxErrors): boolean {
    return parserErrors.length + lexerErrors.length + lexerIssues.length === 0;
}
