import { durationText } from '@sup/model';
import type { Bound } from './bound.js';

/** The clients that are last to scan for the first time after an installation, and the minutes from their first policy. */
export interface LastFirstScans {
    readonly clients: string;
    readonly minutes: number;
}

/** Finds the clients whose first scans take the longest; undefined if the plan has no clients, or some that never scan. */
export function lastFirstScansOf({ groups }: Bound): LastFirstScans | undefined {
    let last: LastFirstScans | undefined;
    for (const { clients, firstScans } of groups) {
        if (firstScans === undefined) {
            return undefined;
        }
        if (firstScans > (last?.minutes ?? -1)) {
            last = { clients, minutes: firstScans };
        }
    }
    return last;
}

/** Renders them as a sentence; empty if there are none. The bound does not apply while clients scan for the first time. */
export function firstScansText(bound: Bound): readonly string[] {
    const last = lastFirstScansOf(bound);
    return last ? [`After an installation, every client has scanned for the first time within ${durationText(last.minutes)} of its first policy at most (${last.clients} is last); until then, updates take longer.`] : [];
}
