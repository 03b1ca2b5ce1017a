import { startsSettled } from '@sup/model';
import type { SiteState } from '../world/state.js';
import { nextTimeOf } from '../world/schedule-times.js';
import type { World } from '../world/world.js';
import { requestSynchronization } from './synchronize.js';

/** Starts the schedule of a top site. Other sites have no schedule. */
export function startSchedule(world: World, site: SiteState): void {
    scheduleNext(world, site, 0);
}

function scheduleNext(world: World, site: SiteState, from: number): void {
    const schedule = site.site.synchronizations[0]?.schedule;
    if (schedule && schedule.kind !== 'manual') {
        world.scheduleUnprompted(nextTimeOf(schedule, from, startsSettled(world.assumed)), 'synchronization', site, synchronizeOnSchedule, site);
    }
}

function synchronizeOnSchedule(world: World, site: SiteState): void {
    scheduleNext(world, site, world.time + 1);
    requestSynchronization(world, site, { mode: 'full', by: 'schedule', cause: undefined });
}
