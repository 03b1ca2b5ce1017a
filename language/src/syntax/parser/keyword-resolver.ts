import type { ILexingError, IToken, TokenType } from 'chevrotain';
import type { SupKeywordNames } from '../generated/ast.js';
import { type LexerIssue, lexerIssue } from './lexer-issues.js';
import { siteKinds } from './site-kinds.js';

/** Keywords that are valid directly after one of these others, as in `software update point`. */
const directlyAfter: ReadonlyMap<string, readonly string[]> = new Map<SupKeywordNames, readonly SupKeywordNames[]>([
    ['site', siteKinds],
    ['server', ['site']],
    ['update', ['software']],
    ['point', ['update']],
    ['to', ['reports']]
]);

/** Keywords that are valid anywhere in a statement that begins with one of these others. */
const inStatement: ReadonlyMap<string, readonly string[]> = new Map<SupKeywordNames, readonly SupKeywordNames[]>([
    ['reports', [...siteKinds, 'site']],
    ['until', ['allow']],
    ['because', ['allow']],
    ['for', ['scenario']]
]);

/** Statements that have no block; the last two names are states of the resolver. */
const withoutBlock: ReadonlySet<string> = new Set<SupKeywordNames | 'at …:' | 'site server'>(['hierarchy', 'allow', 'at', 'expect', 'at …:', 'site server']);

/**
 * Decides by position whether a word is a keyword. A keyword is valid only where a statement can begin (at the start of a line, or next to
 * a brace) and where it continues its statement; elsewhere it is a plain word, so a server may be called `site` and a value may be
 * `parent site`. A word that begins a line but not a statement becomes a HEAD: so a value ends with its line, and a misspelled keyword
 * costs that line only.
 */
export class KeywordResolver {
    private readonly word: TokenType;
    private readonly head: TokenType;
    private readonly key: TokenType;
    private readonly keywords: ReadonlyMap<string, TokenType>;

    constructor(types: { readonly [name: string]: TokenType }) {
        this.word = types['WORD']!;
        this.head = types['HEAD']!;
        this.key = types['KEY']!;
        this.keywords = new Map(Object.values(types).flatMap(type => typeof type.PATTERN === 'string' && /^[a-z]+$/.test(type.PATTERN) ? [[type.PATTERN, type]] : []));
    }

    /** Corrects the types of tokens. Drops braces that do not follow the head of a block, and colons between a head and its brace. */
    resolve(tokens: readonly IToken[], text: string): { tokens: IToken[]; colons: readonly ILexingError[]; braces: readonly LexerIssue[] } {
        const resolved: IToken[] = [];
        const colons: ILexingError[] = [];
        const braces = new Braces(text);
        let previous: IToken | undefined;
        let statement: string | undefined;
        // `site server` is complete and has no block, so the next statement may follow on the same line.
        let isSiteServer = false;
        let colonOfHead: number | undefined;
        for (let i = 0; i < tokens.length; i++) {
            let token = tokens[i]!;
            if (i === colonOfHead || (token.image === ':' && tokens[i + 1]?.image === '{')) {
                colons.push({ offset: token.startOffset, length: 1, line: token.startLine, column: token.startColumn, message: '' });
                continue;
            }
            const isFirst = this.canBeginStatement(token, previous) || isSiteServer;
            if (isFirst && this.isWord(token)) {
                statement = undefined;
            }
            isSiteServer = token.image === 'server' && statement === 'site' && previous?.image === 'site';
            // The colon of `at 1d 3h:` follows a time, not a key.
            const isTime = statement === 'at' && token.startLine === previous?.endLine;
            if (isTime && token.tokenType === this.key) {
                retype(token, this.word);
            } else if (token.tokenType === this.key && tokens[i + 1]?.image === ':' && tokens[i + 2]?.image === '{') {
                retype(token, this.keywords.get(token.image) ?? this.word);
            } else if (token.tokenType === this.key && this.isKeywordOfHead(tokens, i, previous)) {
                retype(token, this.keywords.get(token.image)!);
                colonOfHead = i + 1;
                statement = isFirst ? undefined : statement;
            } else if (!isTime && token.tokenType === this.word && tokens[i + 1]?.image === ':' && tokens[i + 1]!.startLine === token.startLine && tokens[i + 2]?.image !== '{') {
                retype(token, this.key);
            } else if (isFirst && this.isWord(token) && tokens[i + 3]?.image !== '{' && this.isFollowedByKey(token, tokens[i + 1], text)) {
                token = joinTokens(token, tokens[++i]!, text);
            }
            if (this.isKeyword(token)) {
                if (isFirst ? this.isComplete(tokens, i, braces.depth) : this.continuesStatement(token.image, previous, statement)) {
                    statement ??= token.image;
                } else {
                    retype(token, this.word);
                }
            }
            if (isFirst && token.tokenType === this.word) {
                retype(token, this.head);
                statement = '';
            }
            if (token.tokenType === this.key) {
                statement = undefined;
            } else if (isTime && token.image === ':') {
                statement = 'at …:';
            }
            if (braces.accepts(token, statement !== undefined && !withoutBlock.has(statement))) {
                resolved.push(token);
            }
            statement = token.image === '{' || token.image === '}' ? undefined : isSiteServer ? 'site server' : statement;
            previous = token;
        }
        return { tokens: resolved, colons, braces: braces.headless };
    }

    /** A comma or colon at the end of a line continues a value on the next line, unless a keyword follows. */
    private canBeginStatement(token: IToken, previous: IToken | undefined): boolean {
        if (!previous || previous.image === '{' || previous.image === '}') {
            return true;
        }
        const continuesValue = (previous.image === ',' || previous.image === ':') && !this.isKeyword(token);
        return token.startLine! > (previous.endLine ?? 0) && !continuesValue;
    }

    /** Whether a key is really a keyword with a superfluous colon: `wsus: 3.0 SP2 {`, `software update point: active`. */
    private isKeywordOfHead(tokens: readonly IToken[], at: number, previous: IToken | undefined): boolean {
        const { image, startLine } = tokens[at]!;
        if (!this.keywords.has(image)) {
            return false;
        }
        if (previous && this.isKeyword(previous) && directlyAfter.get(image)?.includes(previous.image)) {
            return true;
        }
        let i = at + 2;
        while (i < tokens.length && tokens[i]!.startLine === startLine && !'{}'.includes(tokens[i]!.image) && tokens[i]!.tokenType !== this.key) {
            i++;
        }
        return tokens[i]?.image === '{' && tokens[i]!.startLine === startLine;
    }

    private isKeyword(token: IToken): boolean {
        return this.keywords.get(token.image) === token.tokenType;
    }

    private isWord(token: IToken): boolean {
        return token.tokenType === this.word || this.isKeyword(token);
    }

    /** `friendly name: …` is one unknown key, not a statement followed by a key. */
    private isFollowedByKey(token: IToken, next: IToken | undefined, text: string): boolean {
        const hasPhrase = token.image === 'at' || token.image === 'expect';
        return !hasPhrase && next?.tokenType === this.key && /^[ \t]+$/.test(text.slice(token.endOffset! + 1, next.startOffset));
    }

    /** Whether the words after a keyword confirm that it begins a statement. */
    private isComplete(tokens: readonly IToken[], at: number, depth: number): boolean {
        const [token, next, afterNext] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
        if (token.image === 'site') {
            return depth === 0 || next?.image === 'server';
        }
        if (token.image === 'software') {
            return next?.image === 'update' && afterNext?.image === 'point';
        }
        // `primary sites OSL` has two words in place of `site` and a code. A single word is the code, with `site` left out.
        const hasTwoWords = [next, afterNext].every(other => other !== undefined && this.isWord(other) && other.startLine === token.startLine && other.image !== 'reports');
        return !(siteKinds as readonly string[]).includes(token.image) || next?.image === 'site' || !hasTwoWords;
    }

    private continuesStatement(image: string, previous: IToken | undefined, statement: string | undefined): boolean {
        const isAfter = previous !== undefined && this.isKeyword(previous) && directlyAfter.get(image)?.includes(previous.image);
        return isAfter === true || (statement !== undefined && inStatement.get(image)?.includes(statement) === true);
    }
}

/** Tracks braces, and finds those that do not follow the head of a block. Without them, the other braces match in pairs. */
class Braces {
    readonly headless: LexerIssue[] = [];
    depth = 0;
    private readonly open: (LexerIssue | undefined)[] = [];

    constructor(private readonly text: string) {}

    /** False for a brace that is to be dropped. */
    accepts(token: IToken, hasBlock: boolean): boolean {
        if (token.image === '{') {
            this.open.push(hasBlock ? undefined : this.addHeadless(token));
            this.depth += hasBlock ? 1 : 0;
            return hasBlock;
        }
        const opened = token.image === '}' ? this.open.pop() : undefined;
        if (opened) {
            opened.closing!.push(token.startOffset);
        } else if (token.image === '}' && this.depth > 0) {
            this.depth--;
        }
        return !opened;
    }

    /** Adjacent braces make one issue. */
    private addHeadless(token: IToken): LexerIssue {
        const last = this.headless.at(-1);
        if (last && this.text.slice(last.offset + last.length, token.startOffset).trim() === '') {
            last.length = token.endOffset! + 1 - last.offset;
            return last;
        }
        const headless = { ...lexerIssue('no-head', token), closing: [] };
        this.headless.push(headless);
        return headless;
    }
}

function retype(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
}

function joinTokens(first: IToken, last: IToken, text: string): IToken {
    return { ...last, image: text.slice(first.startOffset, last.endOffset! + 1), startOffset: first.startOffset, startLine: first.startLine!, startColumn: first.startColumn! };
}
