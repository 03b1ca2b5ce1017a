import type { ILexingError, IToken } from 'chevrotain';
import { DefaultLexer, type LangiumCoreServices, type LexerResult, type TokenizeOptions } from 'langium';
import { fileLimits } from '@sup/model';
import type { SupKeywordNames } from '../generated/ast.js';
import { refusalOf } from './refusal.js';
import { type SupLexingReport, type LexerIssue, lexerIssue } from './lexer-issues.js';
import { splitUnclosedStrings, unclosedComment } from './unclosed.js';
import { KeywordResolver } from './keyword-resolver.js';
import { siteKinds } from './site-kinds.js';

/**
 * Turns any text into tokens in linear time: ends strings at their line, resolves keywords by position, and enforces the limits on which
 * later phases depend: the size of the file, the depth of braces, the number of comments.
 */
export class SupLexer extends DefaultLexer {
    private readonly keywordResolver: KeywordResolver;

    constructor(services: LangiumCoreServices) {
        super(services);
        this.keywordResolver = new KeywordResolver(this.tokenTypes);
    }

    override tokenize(text: string, options?: TokenizeOptions): LexerResult {
        const refused = refusalOf(text);
        if (refused) {
            return { ...super.tokenize('', options), report: reportOf([lexerIssue(refused)], []) };
        }
        const lexed = super.tokenize(text, options);
        const strings = splitUnclosedStrings(lexed.tokens, this.tokenTypes);
        const { tokens, colons, braces } = this.keywordResolver.resolve(strings.tokens, text);
        const shallow = limitDepth(tokens);
        const issues = [...strings.issues, ...braces, ...shallow.issues, ...unclosedComment(lexed.hidden)];
        return {
            tokens: shallow.tokens,
            errors: joinNeighbours([...lexed.errors, ...colons], text),
            hidden: lexed.hidden.length > fileLimits.comments ? lexed.hidden.slice(0, fileLimits.comments) : lexed.hidden,
            report: reportOf(issues, shallow.tokens)
        };
    }
}

function reportOf(issues: readonly LexerIssue[], tokens: readonly IToken[]): SupLexingReport {
    return {
        diagnostics: [...issues].sort((a, b) => a.offset - b.offset),
        closingBraces: tokens.filter(({ image }) => image === '}').map(({ startOffset }) => startOffset)
    };
}

/** Keywords that are valid at the top level only. */
const topLevel: ReadonlySet<string> = new Set<SupKeywordNames>([...siteKinds, 'hierarchy', 'scenario']);

/** Drops tokens that are nested too deep, so that later phases can recurse without a limit of their own. */
function limitDepth(tokens: readonly IToken[]): { tokens: IToken[]; issues: readonly LexerIssue[] } {
    let depth = 0;
    let tooDeep: IToken | undefined;
    const shallow = tokens.filter(token => {
        // The parser ends all blocks where a site or scenario begins.
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
    return { tokens: shallow, issues: tooDeep ? [lexerIssue('too-deep', tooDeep)] : [] };
}

/** Merges adjacent unexpected characters on a line into one error, blanks between them included. */
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
