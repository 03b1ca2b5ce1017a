import { memoize } from '@sup/model';
import type { ClientRecording, ClientState, Recording } from '../recording.js';
import { at } from './at.js';

/** The number of clients in each state, and of those whose last scan failed. */
export type ClientTally = Readonly<Record<ClientState | 'failing', number>>;

/** Counts the clients of a site at a moment by state. */
export function clientsAt(recording: Recording, site: string, time: number): ClientTally {
    const tally = { never: 0, current: 0, stale: 0, failing: 0 };
    for (const { count, state, failing } of groupsOf(recording).get(site) ?? []) {
        const failed = at(failing, time);
        tally.failing += failed;
        tally[at(state, time)] += count - failed;
    }
    return tally;
}

/** Client groups by the id of their site. */
export const groupsOf = memoize(({ clients }: Recording): ReadonlyMap<string, readonly ClientRecording[]> => Map.groupBy(clients, ({ site }) => site));
