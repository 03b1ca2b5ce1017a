import type { ILexingError, IToken, TokenType } from 'chevrotain';
import { DefaultLexer, type LangiumCoreServices, type LexerResult, type LexingDiagnostic, type TokenizeOptions } from 'langium';
import { fileLimits } from '@sup/model';

/** A keyword that is one only right after another, as in `software update point`. */
const continues = new Map([
    ['site', ['central', 'primary', 'secondary']],
    ['server', ['site']],
    ['update', ['software']],
    ['point', ['update']],
    ['to', ['reports']]
]);

/** A keyword that is one anywhere in the statement that the given keyword begins. */
const within = new Map([
    ['reports', ['central', 'primary', 'secondary', 'site']],
    ['until', ['allow']],
    ['because', ['allow']]
]);

/**
 * Reads words as people mean them. A keyword is a keyword only where a statement can begin (at the start of a line, or beside a
 * brace) and where it continues one; elsewhere it is a plain word, so a server may be called `site` and a value may say
 * `parent site`. A word that begins a line but no statement becomes a HEAD: a value therefore ends with its line, and a
 * misspelt keyword costs that line only.
 *
 * It also holds the limits that no later phase could hold: the size of the file, the depth of braces, the number of comments.
 */
export class SupLexer extends DefaultLexer {
    private readonly word: TokenType;
    private readonly head: TokenType;
    private readonly keywords: ReadonlySet<TokenType>;

    constructor(services: LangiumCoreServices) {
        super(services);
        const types = Object.values(this.tokenTypes);
        this.word = this.tokenTypes['WORD']!;
        this.head = this.tokenTypes['HEAD']!;
        this.keywords = new Set(types.filter(type => typeof type.PATTERN === 'string' && /^[a-z]+$/.test(type.PATTERN)));
    }

    override tokenize(text: string, options?: TokenizeOptions): LexerResult {
        if (text.length > fileLimits.characters) {
            const message = `This file is larger than ${fileLimits.characters / 1024 / 1024} MiB and is not analysed. Split the hierarchy into several files with the same \`hierarchy\` line.`;
            return { ...super.tokenize('', options), report: { diagnostics: [diagnosticAt(message)] } };
        }
        const result = super.tokenize(text, options);
        const { tokens, diagnostics } = limitDepth(result.tokens);
        this.readWords(tokens);
        return {
            tokens,
            errors: joinNeighbours(result.errors, text),
            hidden: result.hidden.length > fileLimits.comments ? result.hidden.slice(0, fileLimits.comments) : result.hidden,
            report: { diagnostics }
        };
    }

    private readWords(tokens: IToken[]): void {
        let previous: IToken | undefined;
        let statement: string | undefined;
        for (const token of tokens) {
            const opens = beginsStatement(token, previous);
            if (opens) {
                statement = undefined;
            }
            if (this.keywords.has(token.tokenType)) {
                if (opens || continuesStatement(token.image, this.keywords, previous, statement)) {
                    statement ??= token.image;
                } else {
                    retype(token, this.word);
                }
            } else if (opens && token.tokenType === this.word) {
                retype(token, this.head);
                statement = token.image;
            }
            previous = token;
        }
    }
}

/** Drops what nests too deep, so that no later phase has to descend there. */
function limitDepth(tokens: IToken[]): { tokens: IToken[]; diagnostics: LexingDiagnostic[] } {
    let depth = 0;
    const diagnostics: LexingDiagnostic[] = [];
    const kept = tokens.filter(token => {
        const opens = token.image === '{';
        const closes = token.image === '}' && depth > 0;
        const inside = opens ? ++depth : depth;
        if (closes) {
            depth--;
        }
        if (inside > fileLimits.depth && diagnostics.length === 0) {
            diagnostics.push(diagnosticAt(`Blocks are nested more than ${fileLimits.depth} deep; what stands deeper is not read. A site, a server, its role and a proxy take four levels.`, token));
        }
        return inside <= fileLimits.depth;
    });
    return { tokens: kept, diagnostics };
}

function beginsStatement(token: IToken, previous: IToken | undefined): boolean {
    if (!previous || previous.image === '{' || previous.image === '}') {
        return true;
    }
    return token.startLine! > (previous.endLine ?? 0) && previous.image !== ',' && previous.image !== ':';
}

function continuesStatement(image: string, keywords: ReadonlySet<TokenType>, previous: IToken | undefined, statement: string | undefined): boolean {
    const isAfter = previous !== undefined && keywords.has(previous.tokenType) && continues.get(image)?.includes(previous.image);
    return isAfter === true || (statement !== undefined && within.get(image)?.includes(statement) === true);
}

function retype(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
}

/** One error for a run of characters that no token begins with, however many blanks stand between them. */
function joinNeighbours(errors: ILexingError[], text: string): ILexingError[] {
    const joined: ILexingError[] = [];
    for (const error of errors) {
        const last = joined.at(-1);
        if (last && error.line === last.line && /^[ \t]*$/.test(text.slice(last.offset + last.length, error.offset))) {
            last.length = error.offset + error.length - last.offset;
        } else {
            joined.push({ ...error });
        }
    }
    return joined;
}

/** A diagnostic of the lexer's own, as opposed to a character that it cannot read. */
export function diagnosticAt(message: string, token?: IToken): LexingDiagnostic {
    return { message, offset: token?.startOffset ?? 0, length: 1, line: token?.startLine ?? 1, column: token?.startColumn ?? 1 };
}
