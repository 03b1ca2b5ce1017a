import type { IToken } from 'chevrotain';
import type { LexingDiagnostic, LexingReport } from 'langium';

/**
 * What stops a file, or a part of it, from being read, besides characters that no token begins with. Rules put it in words; the
 * message is for the log.
 */
export type TroubleKind = 'too-large' | 'not-text' | 'too-deep' | 'failure' | 'unclosed-string' | 'unclosed-comment';

export interface Trouble extends LexingDiagnostic {
    readonly kind: TroubleKind;
}

export function trouble(kind: TroubleKind, token?: IToken, message: string = kind): Trouble {
    return {
        kind,
        message,
        offset: token?.startOffset ?? 0,
        length: token?.image.length ?? 1,
        line: token?.startLine ?? 1,
        column: token?.startColumn ?? 1
    };
}

/** The troubles of a parsed file, in the order of the text. */
export function troublesIn(report: LexingReport | undefined): readonly Trouble[] {
    return (report?.diagnostics ?? []) as readonly Trouble[];
}
