import type { Outage, Recording } from '../recording.js';

/** What is out of order at a moment. */
export function outagesAt({ outages }: Recording, time: number): readonly Outage[] {
    return outages.filter(({ from, to }) => from <= time && (to === undefined || time < to));
}
