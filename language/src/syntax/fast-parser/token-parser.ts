import type { SupKeywordNames } from '../generated/ast.js';
import { unquote } from '../parser/value-converter.js';
import { giveUp, Scanner, type TokenKind } from './scanner.js';

/** The reserved words of the grammar. */
export interface Keywords {
    /** Sticky: matches the key of a property at its `lastIndex`. */
    readonly key: RegExp;
    readonly keywords: ReadonlySet<string>;
}

/** Reads a text token by token, and gives up at a token that is not the expected one. */
export class TokenParser {
    protected readonly scanner: Scanner;

    constructor(text: string, private readonly words: Keywords) {
        this.scanner = new Scanner(text);
    }

    /** The start of the current token. */
    get offset(): number {
        return this.scanner.start;
    }

    protected isAt(kind: TokenKind): boolean {
        return this.scanner.kind === kind;
    }

    /** Whether a token of a kind follows on the same line. */
    protected isNext(kind: TokenKind): boolean {
        return this.isAt(kind) && !this.scanner.beginsLine;
    }

    protected isNextWord(word: SupKeywordNames): boolean {
        return this.isNext('word') && this.scanner.image === word;
    }

    /** Whether the current word is the key of a property. A key of several words becomes the current token as a whole. */
    protected isAtKey(): boolean {
        const { scanner, words: { key } } = this;
        key.lastIndex = scanner.start;
        if (this.isAt('word') && key.test(scanner.text)) {
            scanner.end = key.lastIndex;
            return true;
        }
        return false;
    }

    protected isAtKeyword(): boolean {
        return this.isAt('word') && this.words.keywords.has(this.scanner.image);
    }

    /** Consumes a required word. */
    protected take(word: SupKeywordNames): void {
        this.require(this.isNextWord(word));
        this.scanner.next();
    }

    /** Consumes the current token and returns its text. */
    protected word(): string {
        const { image } = this.scanner;
        this.scanner.next();
        return image;
    }

    protected string(): string {
        return unquote(this.word());
    }

    protected require(isPlain: boolean): void {
        if (!isPlain) {
            this.giveUp();
        }
    }

    protected giveUp(): never {
        throw giveUp;
    }
}
