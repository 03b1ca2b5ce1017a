import { memoize } from '@sup/model';
import type { Recording } from '../recording.js';

/** The notable moments of a recording, in order: marks, the starts and ends of outages, and changes of activity at sites. */
export const stopsOf = memoize(({ sites, marks, outages, duration }: Recording): readonly number[] => {
    const moments = new Set([0, duration]);
    marks.forEach(mark => moments.add(mark.at));
    outages.forEach(({ from, to }) => moments.add(from).add(to ?? duration));
    sites.forEach(({ activity }) => activity.at.forEach(moment => moments.add(moment)));
    return [...moments].sort((a, b) => a - b);
});

/** Returns the next stop, or the end of the recording if there is none. */
export function stopAfter(recording: Recording, time: number): number {
    return stopsOf(recording).find(stop => stop > time) ?? recording.duration;
}

/** Returns the previous stop, or the start of the recording if there is none. */
export function stopBefore(recording: Recording, time: number): number {
    return stopsOf(recording).findLast(stop => stop < time) ?? 0;
}
