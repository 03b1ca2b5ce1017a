import type { ILexingError, IToken } from 'chevrotain';
import { DefaultLexer, type LangiumCoreServices, type LexerResult, type TokenizeOptions } from 'langium';
import { fileLimits } from '@sup/model';
import { refusalOf } from './refusal.js';
import { type SupLexingReport, type LexerIssue, lexerIssue } from './lexer-issues.js';
import { endStrings, unclosedComment } from './unclosed.js';
import { KeywordResolver } from './keyword-resolver.js';

/**
 * Turns text into tokens whatever it holds, in one pass each: ends strings at their line, reads words by where they stand, and
 * holds the limits that no later phase could hold: the size of the file, the depth of braces, the number of comments.
 */
export class SupLexer extends DefaultLexer {
    private readonly words: KeywordResolver;

    constructor(services: LangiumCoreServices) {
        super(services);
        this.words = new KeywordResolver(this.tokenTypes);
    }

    override tokenize(text: string, options?: TokenizeOptions): LexerResult {
        const refused = refusalOf(text);
        if (refused) {
            return { ...super.tokenize('', options), report: reportOf([lexerIssue(refused)], []) };
        }
        const lexed = super.tokenize(text, options);
        const strings = endStrings(lexed.tokens, this.tokenTypes);
        const { tokens, colons, braces } = this.words.read(strings.tokens, text);
        const shallow = limitDepth(tokens);
        const troubles = [...strings.troubles, ...braces, ...shallow.troubles, ...unclosedComment(lexed.hidden)];
        return {
            tokens: shallow.tokens,
            errors: joinNeighbours([...lexed.errors, ...colons], text),
            hidden: lexed.hidden.length > fileLimits.comments ? lexed.hidden.slice(0, fileLimits.comments) : lexed.hidden,
            report: reportOf(troubles, shallow.tokens)
        };
    }
}

function reportOf(troubles: readonly LexerIssue[], tokens: readonly IToken[]): SupLexingReport {
    return {
        diagnostics: [...troubles].sort((a, b) => a.offset - b.offset),
        closingBraces: tokens.filter(({ image }) => image === '}').map(({ startOffset }) => startOffset)
    };
}

const topLevel = new Set(['central', 'primary', 'secondary', 'hierarchy', 'scenario']);

/** Drops what nests too deep, so that no later phase has to descend there. */
function limitDepth(tokens: readonly IToken[]): { tokens: IToken[]; troubles: readonly LexerIssue[] } {
    let depth = 0;
    let tooDeep: IToken | undefined;
    const kept = tokens.filter(token => {
        // The parser takes all blocks to end where a site or scenario begins.
        depth = topLevel.has(token.tokenType.name) ? 0 : depth;
        const opens = token.image === '{';
        const closes = token.image === '}' && depth > 0;
        const inside = opens ? ++depth : depth;
        if (closes) {
            depth--;
        }
        if (inside > fileLimits.depth) {
            tooDeep ??= token;
        }
        return inside <= fileLimits.depth;
    });
    return { tokens: kept, troubles: tooDeep ? [lexerIssue('too-deep', tooDeep)] : [] };
}

/** One error for a run of characters that no token begins with, however many blanks stand between them. */
function joinNeighbours(errors: readonly ILexingError[], text: string): ILexingError[] {
    const joined: ILexingError[] = [];
    for (const error of [...errors].sort((a, b) => a.offset - b.offset)) {
        const last = joined.at(-1);
        if (last && error.line === last.line && /^[ \t]*$/.test(text.slice(last.offset + last.length, error.offset))) {
            last.length = error.offset + error.length - last.offset;
        } else {
            joined.push({ ...error });
        }
    }
    return joined;
}
