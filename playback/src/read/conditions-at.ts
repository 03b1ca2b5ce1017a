import { memoize } from '@sup/model';
import type { ClientRecording, Recording } from '../recording.js';
import { at } from './at.js';
import { groupsOf } from './clients-at.js';

/** The clients of a site at a moment, compared with the same moment of the run without events. */
export interface ClientConditions {
    readonly clients: number;
    /** Their last scan failed. */
    readonly cannotScan: number;
    /** They lack updates that they would have without the events. */
    readonly heldBack: number;
    /** They scan later, as they would without the events. */
    readonly waiting: number;
}

/** Counts the clients of a site by condition. `usual` has the clients of the run without events; undefined if the run has none. */
export function conditionsAt(recording: Recording, usual: readonly ClientRecording[] | undefined, site: string, time: number): ClientConditions {
    const conditions = { clients: 0, cannotScan: 0, heldBack: 0, waiting: 0 };
    for (const { name, count, state } of groupsOf(recording).get(site) ?? []) {
        const here = at(state, time);
        const there = usual && usualStates(usual).get(key(site, name));
        conditions.clients += count;
        if (here === 'failing') {
            conditions.cannotScan += count;
        } else if (here !== 'current') {
            conditions[there && at(there.state, time) === 'current' ? 'heldBack' : 'waiting'] += count;
        }
    }
    return conditions;
}

const key = (site: string, name: string): string => `${site}\0${name}`;
const usualStates = memoize((clients: readonly ClientRecording[]): ReadonlyMap<string, ClientRecording> => new Map(clients.map(each => [key(each.site, each.name), each])));
