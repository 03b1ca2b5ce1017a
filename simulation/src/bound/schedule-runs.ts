import { type Assumptions, dayMinutes, type Schedule } from '@sup/model';
import { nextTimeOf } from '../world/schedule-times.js';

/** Months have different lengths, so that many of them are needed to see the longest. */
const yearsOfMonths = 8;

/** The times at which a top site begins to synchronize. The later ones, from `warm` on, show every position of the schedule against the windows of links. */
export interface ScheduleRuns {
    readonly starts: readonly number[];
    readonly warm: number;
    readonly longestGap: number;
    /** Whether a run is not over when the next one is due. */
    readonly isBusy: boolean;
}

/** Lists the starts of the runs of a schedule, each of which takes some minutes. One request is queued during a run. */
export function scheduleRunsOf(schedule: Exclude<Schedule, { kind: 'manual' }>, runMinutes: number): ScheduleRuns {
    const { due, cycle } = dueTimes(schedule);
    const starts: number[] = [];
    let free = 0;
    let isBusy = false;
    for (let i = 0; i < due.length; i++) {
        isBusy ||= due[i]! < free;
        const start = Math.max(due[i]!, free);
        while (i + 1 < due.length && due[i + 1]! <= start) {
            i++;
        }
        starts.push(start);
        free = start + runMinutes;
    }
    const longestGap = starts.reduce((longest, start, i) => Math.max(longest, start - (starts[i - 1] ?? start)), 0);
    return { starts, longestGap, warm: Math.min(cycle, starts.length - 2), isBusy };
}

function dueTimes(schedule: Exclude<Schedule, { kind: 'manual' }>): { readonly due: readonly number[]; readonly cycle: number } {
    // Times of day repeat after 24 runs, at the latest, of a schedule in hours, and after each run of one in days or weeks.
    const cycle = schedule.kind === 'every' && schedule.unit === 'hour' ? 24 / greatestDivisor(schedule.count, 24) : 1;
    const due: number[] = [];
    let time = nextTimeOf(schedule, 0);
    const isEnough = (): boolean => schedule.kind === 'monthly' ? time > yearsOfMonths * 365 * dayMinutes && due.length > 3 : due.length > 2 * cycle + 1;
    while (!isEnough()) {
        due.push(time);
        time = nextTimeOf(schedule, time + 1);
    }
    return { due, cycle };
}

function greatestDivisor(a: number, b: number): number {
    return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Publications of Microsoft Update in a period, at most. */
export function publicationsIn(minutes: number, { publishInterval }: Assumptions): number {
    return Math.max(1, Math.ceil(minutes / publishInterval));
}
