import type { Segment } from './segment.js';
import { sharedEnds } from './shared-ends.js';

/** What is different between two versions of a file. */
export interface SegmentChanges {
    /** How many segments before the change are as they were. */
    readonly start: number;
    /** The segments of the first version that the second does not have, and the other way round, in the order of the text. */
    readonly removed: readonly Segment[];
    readonly added: readonly Segment[];
}

export function changesBetween(before: readonly Segment[], after: readonly Segment[]): SegmentChanges {
    const { start, end } = sharedEnds(before, after, (a, b) => a === b);
    return { start, removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}
