import type { IToken } from 'chevrotain';
import type { LexingDiagnostic, LexingReport } from 'langium';

/**
 * What stops a file, or a part of it, from being read, besides characters that no token begins with. Rules put it in words; the
 * message is for the log.
 */
export type LexerIssueKind = 'too-large' | 'not-text' | 'too-deep' | 'failure' | 'unclosed-string' | 'unclosed-comment' | 'no-head';

export interface LexerIssue extends LexingDiagnostic {
    readonly kind: LexerIssueKind;
    /** Of braces behind nothing that has a block, where the braces stand that close them. */
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

/** What the lexer hands on beside the tokens. */
export interface SupLexingReport extends LexingReport {
    /** Where closing braces stand. Those that are in no block when the parser is done close nothing. */
    readonly closingBraces: readonly number[];
}

export function closingBracesIn(report: LexingReport | undefined): readonly number[] {
    return (report as SupLexingReport | undefined)?.closingBraces ?? [];
}

/** The troubles of a parsed file, in the order of the text. */
export function lexerIssuesIn(report: LexingReport | undefined): readonly LexerIssue[] {
    return (report?.diagnostics ?? []).filter((diagnostic): diagnostic is LexerIssue => 'kind' in diagnostic);
}
