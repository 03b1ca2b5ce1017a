import { type Assumptions, dayMinutes, type Hierarchy, scheduleIntervalOf, type Site, startsSettled, synchronizationRootsOf } from '@sup/model';
import { nextTimeOf } from './schedule-times.js';

/**
 * The time of the earliest synchronization before the start that matters to the run: the last one of each top site of a settled hierarchy. 0 for a
 * hierarchy that has just been installed.
 */
export function firstSynchronizationOf(hierarchy: Hierarchy, assumed: Assumptions): number {
    return startsSettled(assumed) ? Math.min(-dayMinutes, ...synchronizationRootsOf(hierarchy).map(lastSynchronizationOf)) : 0;
}

/** The time of the last scheduled synchronization of a top site before the start. One that is started by hand was started a day ago. */
export function lastSynchronizationOf({ synchronizations: [settings] }: Site): number {
    const schedule = settings?.schedule;
    return schedule && schedule.kind !== 'manual' ? nextTimeOf(schedule, 0, true) - scheduleIntervalOf(schedule)! : -dayMinutes;
}
