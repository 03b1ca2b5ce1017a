import { scansOnNewCatalog } from '@sup/model';
import type { CohortState } from '../world/state.js';
import type { World } from '../world/world.js';

/**
 * Whether the clients of a part scan in the same order in each wave. Clients that draw their start again each time do not, and neither do
 * those that failed in between.
 */
export function isOrdered(world: World, { group, failed }: CohortState): boolean {
    return group.waves?.later.periods === undefined && failed === 0 && !scansOnNewCatalog(world.assumed);
}

/** Records clients that have scanned for a version, as the last ones in order, and forgets the same number of earlier scans. */
export function recordVersion(world: World, cohort: CohortState, clients: number, version: number): void {
    const { known, count } = cohort;
    if (!isOrdered(world, cohort)) {
        cohort.known = [];
        return;
    }
    const last = known.at(-1);
    if (last?.version === version) {
        last.clients += clients;
    } else {
        known.push({ version, clients });
    }
    let surplus = known.reduce((sum, each) => sum + each.clients, 0) - count;
    while (surplus > 0) {
        const dropped = Math.min(surplus, known[0]!.clients);
        known[0]!.clients -= dropped;
        surplus -= dropped;
        if (known[0]!.clients === 0) {
            known.shift();
        }
    }
}

/** The version that all clients of a part have scanned for, from the last scan of each; undefined if the scans of some are not known. */
export function commonVersion({ known, count }: CohortState): number | undefined {
    return known.reduce((sum, { clients }) => sum + clients, 0) < count ? undefined : known.reduce((least, { version }) => Math.min(least, version), Infinity);
}
