/** The tokens that the fast parser knows. */
export type TokenKind = 'word' | 'string' | 'time' | ',' | ':' | '{' | '}' | 'end';

/** Thrown where a text needs Langium's parser. One instance serves all, since capturing a stack trace would cost more than the parse. */
export const giveUp = new Error('This text needs Langium\'s parser.');

/**
 * Steps through the tokens of a text without creating token objects. It recognizes the terminals of the grammar, and throws `giveUp` at a
 * letter outside of ASCII, a string or comment that is not closed, or a character that begins no token.
 */
export class Scanner {
    /** The current token and its span. The parser may extend it, for keys of several words. */
    kind: TokenKind = 'end';
    start = 0;
    end = 0;
    /** The end of the previous token. */
    previousEnd = 0;
    /** Whether the current token is the first on its line. */
    beginsLine = true;
    /** The number of line breaks before the current token. */
    lines = 0;

    constructor(readonly text: string) {
        this.next();
    }

    get image(): string {
        return this.text.slice(this.start, this.end);
    }

    next(): void {
        const linesBefore = this.lines;
        this.previousEnd = this.end;
        const start = this.skipTrivia(this.end);
        this.beginsLine = this.lines > linesBefore || this.end === 0;
        this.start = start;
        const code = this.text.charCodeAt(start);
        if (start === this.text.length) {
            this.kind = 'end';
            this.end = start;
        } else if (isWordStart(code)) {
            this.takeWord(code);
        } else if (code === quote) {
            this.kind = 'string';
            this.end = this.endOfString(start);
        } else {
            this.kind = marks.get(code) ?? fail();
            this.end = start + 1;
        }
    }

    private takeWord(first: number): void {
        const { text, start } = this;
        const timeEnd = isDigit(first) ? this.endOfTime() : undefined;
        if (timeEnd !== undefined) {
            this.kind = 'time';
            this.end = timeEnd;
            return;
        }
        let at = start + 1;
        while (isWordPart(text.charCodeAt(at))) {
            at++;
        }
        if (text.charCodeAt(at) >= outsideAscii) {
            fail();
        }
        this.kind = 'word';
        this.end = isDigit(first) ? this.endOfPercentage() ?? at : at;
    }

    /** The end of a percentage such as `95 %` that begins with the current token. */
    private endOfPercentage(): number | undefined {
        const { text, start } = this;
        let at = start + 1;
        while (at < start + 3 && isDigit(text.charCodeAt(at))) {
            at++;
        }
        if (text.charCodeAt(at) === point && isDigit(text.charCodeAt(at + 1))) {
            for (at += 2; isDigit(text.charCodeAt(at));) {
                at++;
            }
        }
        while (isBlank(text.charCodeAt(at))) {
            at++;
        }
        return text.charCodeAt(at) === percent ? at + 1 : undefined;
    }

    /** The end of a time such as `8:30` that begins with the current token. */
    private endOfTime(): number | undefined {
        const { text, start } = this;
        const at = isDigit(text.charCodeAt(start + 1)) ? start + 2 : start + 1;
        const isTime = text.charCodeAt(at) === colon && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2));
        return isTime ? at + 3 : undefined;
    }

    private endOfString(start: number): number {
        for (let at = start + 1; ; at++) {
            const code = this.text.charCodeAt(at);
            if (code === quote) {
                if (this.text.charCodeAt(at + 1) !== quote) {
                    return at + 1;
                }
                at++;
            } else if (isLineEnd(code) || Number.isNaN(code)) {
                fail();
            }
        }
    }

    /** The offset after white space, line breaks and comments. */
    private skipTrivia(from: number): number {
        const { text } = this;
        let at = from;
        for (;;) {
            const code = text.charCodeAt(at);
            if (isBlank(code)) {
                at++;
            } else if (isLineEnd(code)) {
                at += code === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
                this.lines++;
            } else if (code === slash) {
                at = this.endOfComment(at);
            } else {
                return at;
            }
        }
    }

    private endOfComment(start: number): number {
        const second = this.text.charCodeAt(start + 1);
        return second === slash ? this.endOfLine(start) : second === asterisk ? this.endOfBlockComment(start) : fail();
    }

    private endOfLine(start: number): number {
        let at = start;
        while (at < this.text.length && !isLineEnd(this.text.charCodeAt(at))) {
            at++;
        }
        return at;
    }

    private endOfBlockComment(start: number): number {
        const close = this.text.indexOf('*/', start + 2);
        if (close < 0) {
            fail();
        }
        for (let at = start; at < close; at++) {
            const code = this.text.charCodeAt(at);
            if (code === lineFeed || (code === carriageReturn && this.text.charCodeAt(at + 1) !== lineFeed)) {
                this.lines++;
            }
        }
        return close + 2;
    }
}

function fail(): never {
    throw giveUp;
}

const [tab, lineFeed, carriageReturn, blank, quote, percent, asterisk, point, slash, colon, outsideAscii] = [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x25, 0x2a, 0x2e, 0x2f, 0x3a, 0x80] as const;
const marks: ReadonlyMap<number, TokenKind> = new Map([',', ':', '{', '}'].map(mark => [mark.charCodeAt(0), mark as TokenKind]));

function isBlank(code: number): boolean {
    return code === blank || code === tab;
}

function isLineEnd(code: number): boolean {
    return code === lineFeed || code === carriageReturn;
}

function isDigit(code: number): boolean {
    return code >= 0x30 && code <= 0x39;
}

/** For each ASCII character: 2 if a word can begin with it, 1 if it can only continue one. */
const wordCharacters = Uint8Array.from({ length: outsideAscii }, (_, code) => {
    const character = String.fromCharCode(code);
    return /[A-Za-z0-9_]/.test(character) ? 2 : /[.$+-]/.test(character) ? 1 : 0;
});

function isWordStart(code: number): boolean {
    return wordCharacters[code] === 2;
}

function isWordPart(code: number): boolean {
    return wordCharacters[code]! > 0;
}
