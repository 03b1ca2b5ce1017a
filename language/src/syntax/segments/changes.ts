import type { Segment } from './segment.js';

/** The difference between two versions of a file. */
export interface SegmentChanges {
    /** The number of unchanged segments before the change. */
    readonly start: number;
    /** The segments that only the first version has, and those that only the second has, in the order of the text. */
    readonly removed: readonly Segment[];
    readonly added: readonly Segment[];
}

/** Several services request the same comparison after an edit. */
let last: { readonly before: WeakRef<readonly Segment[]>; readonly after: WeakRef<readonly Segment[]>; readonly changes: SegmentChanges } | undefined;

export function changesBetween(before: readonly Segment[], after: readonly Segment[]): SegmentChanges {
    if (last?.before.deref() !== before || last.after.deref() !== after) {
        last = { before: new WeakRef(before), after: new WeakRef(after), changes: compare(before, after) };
    }
    return last.changes;
}

/** Compares inline: calling a comparison function for each of thousands of segments takes longer than the rest of an edit. */
function compare(before: readonly Segment[], after: readonly Segment[]): SegmentChanges {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) {
        start++;
    }
    let [end, endAfter] = [before.length, after.length];
    while (end > start && endAfter > start && before[end - 1] === after[endAfter - 1]) {
        end--;
        endAfter--;
    }
    return { start, removed: before.slice(start, end), added: after.slice(start, endAfter) };
}
