/** Stores the offsets of tokens in arrays that are allocated once. */
export class Scanner {
    private readonly starts: Int32Array;
    private readonly ends: Int32Array;

    constructor(longest: number) {
        this.starts = new Int32Array(longest);
        this.ends = new Int32Array(longest);
    }

    /**
     * Counts the tokens: words, numbers, strings and punctuation, without white space and comments. Any program that reads a plan must do at
     * least this.
     */
    scan(text: string): number {
        let count = 0;
        let i = 0;
        while (i < text.length) {
            const kind = kindOf(text.charCodeAt(i));
            const start = i++;
            if (kind === space) {
                continue;
            }
            if (kind === word) {
                while (i < text.length && kindOf(text.charCodeAt(i)) === word) {
                    i++;
                }
            } else if (kind === quote) {
                while (i < text.length && text.charCodeAt(i++) !== quoteCode);
            } else if (kind === slash) {
                i = endOfComment(text, start);
                continue;
            }
            this.starts[count] = start;
            this.ends[count++] = i;
        }
        return count;
    }
}

const [sign, space, word, quote, slash] = [0, 1, 2, 3, 4] as const;
const quoteCode = '"'.charCodeAt(0);
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    return /\s/.test(character) ? space : /[\w.$+-]/.test(character) ? word : character === '"' ? quote : character === '/' ? slash : sign;
});

function kindOf(code: number): number {
    return code < 128 ? kinds[code]! : word;
}

function endOfComment(text: string, start: number): number {
    const end = text.startsWith('/*', start) ? text.indexOf('*/', start + 2) + 2 : text.indexOf('\n', start);
    return end <= start ? text.length : end;
}
