import type { Span } from '../../syntax/span.js';

/** A replacement of a span of a text. */
export interface SpanEdit extends Span {
    readonly text: string;
}

/** A kept span of the original text, or new text. */
type Piece = Span | string;

/** A text that is edited in several rounds. All rounds together are a list of edits of the original text. */
export class EditedText {
    private pieces: readonly Piece[];

    constructor(private readonly original: string) {
        this.pieces = [{ offset: 0, end: original.length }];
    }

    get text(): string {
        return this.pieces.map(piece => this.textOf(piece)).join('');
    }

    /** Applies edits of the current text that do not overlap. */
    apply(edits: readonly SpanEdit[]): void {
        const result: Piece[] = [];
        let at = 0;
        for (const { offset, end, text } of [...edits].sort((a, b) => a.offset - b.offset)) {
            result.push(...this.slice(at, offset), text);
            at = Math.max(at, end);
        }
        this.pieces = [...result, ...this.slice(at, Infinity)].filter(piece => typeof piece === 'string' ? piece !== '' : piece.end > piece.offset);
    }

    /** The edits of the original text that give the current one. */
    get edits(): readonly SpanEdit[] {
        const edits: SpanEdit[] = [];
        let at = 0;
        let added = '';
        for (const piece of [...this.pieces, { offset: this.original.length, end: this.original.length }]) {
            if (typeof piece === 'string') {
                added += piece;
                continue;
            }
            if (added !== '' || piece.offset > at) {
                edits.push({ offset: at, end: piece.offset, text: added });
            }
            at = piece.end;
            added = '';
        }
        return edits;
    }

    /** The pieces of a span of the current text. */
    private slice(from: number, to: number): readonly Piece[] {
        let start = 0;
        return this.pieces.flatMap(piece => {
            const length = this.textOf(piece).length;
            const [first, last] = [Math.max(0, from - start), Math.min(length, to - start)];
            start += length;
            return last <= first ? [] : [typeof piece === 'string' ? piece.slice(first, last) : { offset: piece.offset + first, end: piece.offset + last }];
        });
    }

    private textOf(piece: Piece): string {
        return typeof piece === 'string' ? piece : this.original.slice(piece.offset, piece.end);
    }
}
