import { fileLimits } from '@sup/model';
import type { LexerIssueKind } from './lexer-issues.js';

/** Why a file is not read at all: its size, or that it is no UTF-8 text. Text in UTF-16 shows up as characters with a NUL between. */
export function refusalOf(text: string): LexerIssueKind | undefined {
    return text.length > fileLimits.characters ? 'too-large' : text.includes('\0') ? 'not-text' : undefined;
}
