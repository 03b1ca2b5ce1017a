import type { IToken } from 'chevrotain';
import type { LexingDiagnostic, LexingReport } from 'langium';

/**
 * Reasons why a file, or a part of it, cannot be parsed, besides characters that do not begin a token. The rule `syntax-error` words
 * the finding; the message is for the log.
 */
export type LexerIssueKind = 'too-large' | 'too-long' | 'segment-too-long' | 'segment-not-plain' | 'not-text' | 'too-deep' | 'failure' | 'unclosed-string' | 'unclosed-comment' | 'no-head';

export interface LexerIssue extends LexingDiagnostic {
    readonly kind: LexerIssueKind;
    /** Of opening braces that do not follow the head of a block, the offsets of the braces that close them. */
    readonly closing?: number[];
}

export function lexerIssue(kind: LexerIssueKind, token?: IToken, message: string = kind): LexerIssue {
    return {
        kind,
        message,
        offset: token?.startOffset ?? 0,
        length: token?.image.length ?? 1,
        line: token?.startLine ?? 1,
        column: token?.startColumn ?? 1
    };
}

/** The results of the lexer besides the tokens. */
export interface SupLexingReport extends LexingReport {
    /** The offsets of closing braces. Those that are not part of a block after the parse close nothing. */
    readonly closingBraces: readonly number[];
}

export function closingBracesIn(report: LexingReport | undefined): readonly number[] {
    return (report as SupLexingReport | undefined)?.closingBraces ?? [];
}

/** The lexer issues in a report, in the order of the text. */
export function lexerIssuesIn(report: LexingReport | undefined): readonly LexerIssue[] {
    return (report?.diagnostics ?? []).filter((diagnostic): diagnostic is LexerIssue => 'kind' in diagnostic);
}
