import { unquote } from '../parser/value-converter.js';
import { giveUp, Scanner, type TokenKind } from './scanner.js';

/** The words that mean something by themselves. */
export interface Keywords {
    /** Matches the key of a property at a place. */
    readonly key: RegExp;
    readonly keywords: ReadonlySet<string>;
}

/** Reads a text token by token, and gives up where one is not as it has to be. */
export class TokenParser {
    protected readonly scanner: Scanner;

    constructor(text: string, private readonly words: Keywords) {
        this.scanner = new Scanner(text);
    }

    protected isAt(kind: TokenKind): boolean {
        return this.scanner.kind === kind;
    }

    /** Whether a token of a kind follows on the same line. */
    protected isNext(kind: TokenKind): boolean {
        return this.isAt(kind) && !this.scanner.beginsLine;
    }

    protected isNextWord(word: string): boolean {
        return this.isNext('word') && this.scanner.image === word;
    }

    /** Whether the present word is the key of a property, or begins one: some are of several words. */
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

    /** Goes on behind a word that has to follow. */
    protected take(word: string): void {
        this.require(this.isNextWord(word));
        this.scanner.next();
    }

    /** What the present token says; goes on behind it. */
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
