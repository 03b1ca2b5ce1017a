import { fileLimits } from '@sup/model';
import type { LexerIssueKind } from './lexer-issues.js';

/** The reason to reject a file as a whole: its size, or an encoding other than UTF-8. Text in UTF-16 decodes to characters with a NUL between them. */
export function refusalOf(text: string): LexerIssueKind | undefined {
    return text.length > fileLimits.characters ? 'too-large' : text.includes('\0') ? 'not-text' : undefined;
}
