import type { Recording } from '../recording.js';

const known = new WeakMap<Recording, readonly number[]>();

/** The moments worth stopping at, in order: marks, outages and their ends, and whatever a site begins or ends. */
export function stopsOf(recording: Recording): readonly number[] {
    const stops = known.get(recording) ?? findStops(recording);
    known.set(recording, stops);
    return stops;
}

/** The next of them, or the one before; the end and the start where there is none. */
export function stopAfter(recording: Recording, time: number): number {
    return stopsOf(recording).find(stop => stop > time) ?? recording.duration;
}

export function stopBefore(recording: Recording, time: number): number {
    return stopsOf(recording).findLast(stop => stop < time) ?? 0;
}

function findStops({ sites, marks, outages, duration }: Recording): readonly number[] {
    const moments = new Set([0, duration]);
    marks.forEach(mark => moments.add(mark.at));
    outages.forEach(({ from, to }) => moments.add(from).add(to ?? duration));
    sites.forEach(({ activity }) => activity.at.forEach(moment => moments.add(moment)));
    return [...moments].sort((a, b) => a - b);
}
