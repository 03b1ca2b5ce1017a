import type { IToken, TokenType } from 'chevrotain';
import { isClosed } from './value-converter.js';
import { type LexerIssue, lexerIssue } from './lexer-issues.js';

/**
 * Finds strings without their closing quote. Such a string ends at its line; braces at the line's end, set off by a blank, are
 * given back to the block, so that a missing quote does not cost the block its brace.
 */
export function endStrings(tokens: readonly IToken[], types: { readonly [name: string]: TokenType }): { tokens: IToken[]; troubles: readonly LexerIssue[] } {
    const troubles: LexerIssue[] = [];
    const ended = tokens.flatMap(token => {
        if (token.tokenType !== types['STRING'] || isClosed(token.image)) {
            return [token];
        }
        const [text, braces] = splitBraces(token, types);
        troubles.push(lexerIssue('unclosed-string', text));
        return [text, ...braces];
    });
    return { tokens: ended, troubles };
}

function splitBraces(token: IToken, types: { readonly [name: string]: TokenType }): [IToken, IToken[]] {
    const { image } = token;
    let end = image.length;
    while (' \t{}'.includes(image[end - 1]!)) {
        end--;
    }
    const isSetOff = image[end] === ' ' || image[end] === '\t';
    const braces = [...image.slice(end)].flatMap((brace, i) => isSetOff && types[brace] ? [cut(token, end + i, end + i + 1, types[brace])] : []);
    return braces.length > 0 ? [cut(token, 0, end, token.tokenType), braces] : [token, []];
}

/** A part of a token that stands on one line. */
function cut(token: IToken, from: number, to: number, type: TokenType): IToken {
    return {
        ...token,
        image: token.image.slice(from, to),
        startOffset: token.startOffset + from,
        endOffset: token.startOffset + to - 1,
        startColumn: token.startColumn! + from,
        endColumn: token.startColumn! + to - 1,
        tokenType: type,
        tokenTypeIdx: type.tokenTypeIdx!
    };
}

/** A block comment that nothing ends is the last token of its file. */
export function unclosedComment(hidden: readonly IToken[]): readonly LexerIssue[] {
    const last = hidden.at(-1);
    const isUnclosed = last?.image.startsWith('/*') === true && (last.image.length < 4 || !last.image.endsWith('*/'));
    return isUnclosed ? [lexerIssue('unclosed-comment', last)] : [];
}
