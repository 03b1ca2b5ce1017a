import type { Span } from '../../syntax/span.js';

/** Spans of a text in its order, none of which reaches into another. There may be thousands, and thousands of questions: each is answered by halving. */
export class DisjointSpans {
    private readonly spans: Span[] = [];

    /** Whether a span shares a place with one of these; beginning where another ends counts. */
    touches({ offset, end }: Span): boolean {
        const next = this.spans[this.firstWhere(span => span.end >= offset)];
        return next !== undefined && next.offset <= end;
    }

    add(span: Span): void {
        this.spans.splice(this.firstWhere(({ offset, end }) => offset > span.offset || (offset === span.offset && end > span.end)), 0, span);
    }

    private firstWhere(holds: (span: Span) => boolean): number {
        let [from, to] = [0, this.spans.length];
        while (from < to) {
            const middle = (from + to) >> 1;
            [from, to] = holds(this.spans[middle]!) ? [from, middle] : [middle + 1, to];
        }
        return from;
    }
}
