import { dayMinutes } from './durations.js';
import type { Schedule } from './values.js';

const unitMinutes = { hour: 60, day: dayMinutes, week: 7 * dayMinutes } as const;

/** The longest time between two scheduled synchronizations, in minutes; undefined if synchronization starts only manually. */
export function scheduleIntervalOf(schedule: Schedule | undefined): number | undefined {
    switch (schedule?.kind) {
        case 'every': return schedule.count * unitMinutes[schedule.unit];
        // Five weeks can be between the second Tuesdays of two months.
        case 'monthly': return (schedule.on.kind === 'weekday' ? 35 : 31) * dayMinutes + (schedule.months - 1) * 31 * dayMinutes;
        default: return undefined;
    }
}
