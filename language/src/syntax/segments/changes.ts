import type { Segment } from './segment.js';

/** What is different between two versions of a file. */
export interface SegmentChanges {
    /** How many segments before the change are as they were. */
    readonly start: number;
    /** The segments of the first version that the second does not have, and the other way round, in the order of the text. */
    readonly removed: readonly Segment[];
    readonly added: readonly Segment[];
}

/** After an edit several ask for the same, one after another. */
let last: { readonly before: WeakRef<readonly Segment[]>; readonly after: WeakRef<readonly Segment[]>; readonly changes: SegmentChanges } | undefined;

export function changesBetween(before: readonly Segment[], after: readonly Segment[]): SegmentChanges {
    if (last?.before.deref() !== before || last.after.deref() !== after) {
        last = { before: new WeakRef(before), after: new WeakRef(after), changes: compare(before, after) };
    }
    return last.changes;
}

/** Without a function that compares two segments: to call one for each of thousands takes longer than what else is done after an edit. */
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
