import type { Outage, Recording } from '../recording.js';

/** Returns the outages at a moment. */
export function outagesAt({ outages }: Recording, time: number): readonly Outage[] {
    return outages.filter(({ from, to }) => from <= time && (to === undefined || time < to));
}
