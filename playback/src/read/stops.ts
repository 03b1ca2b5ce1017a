import { memoize } from '@sup/model';
import type { Recording } from '../recording.js';

/** The moments worth stopping at, in order: marks, outages and their ends, and whatever a site begins or ends. */
export const stopsOf = memoize(({ sites, marks, outages, duration }: Recording): readonly number[] => {
    const moments = new Set([0, duration]);
    marks.forEach(mark => moments.add(mark.at));
    outages.forEach(({ from, to }) => moments.add(from).add(to ?? duration));
    sites.forEach(({ activity }) => activity.at.forEach(moment => moments.add(moment)));
    return [...moments].sort((a, b) => a - b);
});

/** The next of them, or the one before; the end and the start where there is none. */
export function stopAfter(recording: Recording, time: number): number {
    return stopsOf(recording).find(stop => stop > time) ?? recording.duration;
}

export function stopBefore(recording: Recording, time: number): number {
    return stopsOf(recording).findLast(stop => stop < time) ?? 0;
}
