import type { Schedule } from '@sup/model';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { requestSynchronization } from './synchronize.js';

const minutesOf = { hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;

/** Minutes between two scheduled synchronizations; undefined if synchronization starts only manually. */
export function intervalOf(schedule: Schedule | undefined): number | undefined {
    return schedule?.kind === 'every' ? schedule.count * minutesOf[schedule.unit] : undefined;
}

/** Starts the schedule of a top site on day 0. Other sites have no schedule. */
export function startSchedule(world: World, site: SiteState): void {
    const schedule = site.site.synchronizations[0]?.schedule;
    const interval = intervalOf(schedule);
    if (schedule?.kind === 'every' && interval !== undefined && interval > 0) {
        world.scheduleUnprompted(schedule.at ?? 0, 'synchronization', site, synchronizeOnSchedule, { site, interval });
    }
}

function synchronizeOnSchedule(world: World, { site, interval }: { site: SiteState; interval: number }): void {
    world.scheduleUnprompted(world.time + interval, 'synchronization', site, synchronizeOnSchedule, { site, interval });
    requestSynchronization(world, site, { mode: 'full', by: 'schedule', cause: undefined });
}
