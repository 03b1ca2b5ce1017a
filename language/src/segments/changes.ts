import type { Segment } from './segment.js';

/** The segments of one version of a file that another does not have, and the other way round, in the order of the text. */
export function changesBetween(before: readonly Segment[], after: readonly Segment[]): { readonly removed: readonly Segment[]; readonly added: readonly Segment[] } {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) {
        start++;
    }
    let end = 0;
    while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) {
        end++;
    }
    return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}
