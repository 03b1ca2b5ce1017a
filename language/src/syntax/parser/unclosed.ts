import type { IToken, TokenType } from 'chevrotain';
import { isClosed } from './value-converter.js';
import { type LexerIssue, lexerIssue } from './lexer-issues.js';

/**
 * Finds strings without a closing quote, which end at their line. Braces at the end of the line that follow a blank become tokens of their
 * own, so that a missing quote does not leave the block without its brace.
 */
export function splitUnclosedStrings(tokens: readonly IToken[], types: { readonly [name: string]: TokenType }): { tokens: IToken[]; issues: readonly LexerIssue[] } {
    const issues: LexerIssue[] = [];
    const ended = tokens.flatMap(token => {
        if (token.tokenType !== types['STRING'] || isClosed(token.image)) {
            return [token];
        }
        const [text, braces] = splitBraces(token, types);
        issues.push(lexerIssue('unclosed-string', text));
        return [text, ...braces];
    });
    return { tokens: ended, issues };
}

function splitBraces(token: IToken, types: { readonly [name: string]: TokenType }): [IToken, IToken[]] {
    const { image } = token;
    let end = image.length;
    while (' \t{}'.includes(image[end - 1]!)) {
        end--;
    }
    const isSetOff = image[end] === ' ' || image[end] === '\t';
    const braces = [...image.slice(end)].flatMap((brace, i) => isSetOff && types[brace] ? [partOf(token, end + i, end + i + 1, types[brace])] : []);
    return braces.length > 0 ? [partOf(token, 0, end, token.tokenType), braces] : [token, []];
}

/** A part of a single-line token. */
function partOf(token: IToken, from: number, to: number, type: TokenType): IToken {
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

/** An unclosed block comment is always the last token of its file. */
export function unclosedComment(hidden: readonly IToken[]): readonly LexerIssue[] {
    const last = hidden.at(-1);
    const isUnclosed = last?.image.startsWith('/*') === true && (last.image.length < 4 || !last.image.endsWith('*/'));
    return isUnclosed ? [lexerIssue('unclosed-comment', last)] : [];
}
