import { lowerBound } from '@sup/model';
import type { Span } from '../../syntax/span.js';

/** Spans of a text in its order, none of which reaches into another. There may be thousands, and thousands of questions: each is answered by halving. */
export class DisjointSpans {
    private readonly spans: Span[] = [];

    /** Whether a span shares a place with one of these; beginning where another ends counts. */
    touches({ offset, end }: Span): boolean {
        const next = this.spans[lowerBound(this.spans, span => span.end < offset)];
        return next !== undefined && next.offset <= end;
    }

    add(span: Span): void {
        this.spans.splice(lowerBound(this.spans, ({ offset, end }) => offset < span.offset || (offset === span.offset && end <= span.end)), 0, span);
    }
}
