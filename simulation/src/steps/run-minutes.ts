import type { SiteState, SyncRun } from '../world/state.js';
import type { World } from '../world/world.js';

/** Minutes of a run of the top site, from the start of its first phase to the end of its last. */
function totalMinutes({ assumed }: World, site: SiteState, { mode }: SyncRun): number {
    return site.lastSuccess === undefined ? assumed.firstSynchronization
        : mode === 'full' ? assumed.fullSynchronization : assumed.deltaSynchronization;
}

/** Minutes of a run of the top site in which WSUS synchronizes. */
export function wsusMinutes(world: World, site: SiteState, run: SyncRun): number {
    return Math.max(1, totalMinutes(world, site, run) - databaseMinutes(world, site, run));
}

/** Minutes of a run of the top site that the import into the site database takes. */
export function databaseMinutes(world: World, site: SiteState, run: SyncRun): number {
    return Math.round(totalMinutes(world, site, run) * world.assumed.importShare / 100);
}
