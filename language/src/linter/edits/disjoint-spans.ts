import { lowerBound } from '@sup/model';
import type { Span } from '../../syntax/span.js';

/** Sorted spans of a text that do not overlap. Lookups use binary search, because there may be thousands of spans and thousands of lookups. */
export class DisjointSpans {
    private readonly spans: Span[] = [];

    /** Whether a span overlaps one of these spans or adjoins it. */
    touches({ offset, end }: Span): boolean {
        const next = this.spans[lowerBound(this.spans, span => span.end < offset)];
        return next !== undefined && next.offset <= end;
    }

    add(span: Span): void {
        this.spans.splice(lowerBound(this.spans, ({ offset, end }) => offset < span.offset || (offset === span.offset && end <= span.end)), 0, span);
    }
}
