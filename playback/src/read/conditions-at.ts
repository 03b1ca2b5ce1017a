import type { Period, Recording, RunDifference } from '../recording.js';
import { at } from './at.js';
import { groupsOf } from './clients-at.js';
import { behindBySite, isWithin } from './held-back.js';

/** The clients of a site at a moment, compared with the same moment of the run without events. */
export interface ClientConditions {
    readonly clients: number;
    /** Their last scan failed. */
    readonly cannotScan: number;
    /** They can scan, but their catalog lacks updates that it would have without the events. */
    readonly heldBack: number;
    /** They have not scanned yet. */
    readonly waiting: number;
}

const nothing: ReadonlyMap<string, readonly Period[]> = new Map();

/** Counts the clients of a site by condition. `difference` compares with the run without events; undefined if the run has none. */
export function conditionsAt(recording: Recording, difference: RunDifference | undefined, site: string, time: number): ClientConditions {
    const behind = difference ? behindBySite(recording, difference.sites) : nothing;
    const isBehind = isWithin(behind.get(site), time);
    const conditions = { clients: 0, cannotScan: 0, heldBack: 0, waiting: 0 };
    for (const { count, state, failing } of groupsOf(recording).get(site) ?? []) {
        const failed = at(failing, time);
        conditions.clients += count;
        conditions.cannotScan += failed;
        if (isBehind) {
            conditions.heldBack += count - failed;
        } else if (at(state, time) === 'never') {
            conditions.waiting += count - failed;
        }
    }
    return conditions;
}
