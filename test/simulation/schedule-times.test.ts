import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Schedule, scheduleIntervalOf } from '@sup/model';
import { daysOfMonth, monthOf, monthStart } from '../../simulation/src/world/calendar.js';
import { nextTimeOf } from '../../simulation/src/world/schedule-times.js';
import { hierarchyOf } from '../support/hierarchy.js';

const dayMinutes = 24 * 60;
const tenYears = 3_652;
const dateOf = (day: number): Date => new Date(Date.UTC(2007, 0, 1 + day));

function scheduleOf(text: string): Exclude<Schedule, { kind: 'manual' }> {
    const { schedule } = hierarchyOf(`central site AAA { synchronization { schedule: ${text} } }`).sites[0]!.synchronizations[0]!;
    return schedule as Exclude<Schedule, { kind: 'manual' }>;
}

/** The first times of a schedule in UTC, as `Mon 2007-01-01 02:07`. */
function timesOf(text: string, count: number): string[] {
    const schedule = scheduleOf(text);
    const times: number[] = [];
    while (times.length < count) {
        times.push(nextTimeOf(schedule, times.length === 0 ? 0 : times.at(-1)! + 1));
    }
    return times.map(time => {
        const date = new Date(Date.UTC(2007, 0, 1, 0, time));
        return `${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(0, 16).replace('T', ' ')}`;
    });
}

describe('the calendar of a run', () => {
    test('the calendar of a run agrees with the Gregorian calendar for ten years', () => {
        for (let day = 0; day < tenYears; day++) {
            const date = dateOf(day);
            const month = monthOf(day);
            expect([2007 + Math.floor(month / 12), month % 12, day - monthStart(month) + 1]).toEqual([date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]);
        }
        expect([13, 61].map(daysOfMonth)).toEqual([29, 29]);
    });
});

describe('the times of a schedule', () => {
    test.each([
        ['every 12 hours', ['Mon 2007-01-01 00:00', 'Mon 2007-01-01 12:00', 'Tue 2007-01-02 00:00']],
        ['every 2 days at 02:07', ['Mon 2007-01-01 02:07', 'Wed 2007-01-03 02:07', 'Fri 2007-01-05 02:07']],
        ['every 1 week on Wednesday at 02:07', ['Wed 2007-01-03 02:07', 'Wed 2007-01-10 02:07', 'Wed 2007-01-17 02:07']],
        ['every 3 weeks on Sunday', ['Sun 2007-01-07 00:00', 'Sun 2007-01-28 00:00', 'Sun 2007-02-18 00:00']],
        ['on day 15 of every month at 02:00', ['Mon 2007-01-15 02:00', 'Thu 2007-02-15 02:00', 'Thu 2007-03-15 02:00']],
        ['on day 31 of every month', ['Wed 2007-01-31 00:00', 'Wed 2007-02-28 00:00', 'Sat 2007-03-31 00:00']],
        ['on the last day of every 2 months', ['Wed 2007-01-31 00:00', 'Sat 2007-03-31 00:00', 'Thu 2007-05-31 00:00']],
        ['on the second Tuesday of every month at 20:00', ['Tue 2007-01-09 20:00', 'Tue 2007-02-13 20:00', 'Tue 2007-03-13 20:00']],
        ['on the last Friday of every 6 months', ['Fri 2007-01-26 00:00', 'Fri 2007-07-27 00:00', 'Fri 2008-01-25 00:00']]
    ])('a schedule of `%s` starts at its dates and weekdays', (text, times) => {
        expect(timesOf(text, times.length)).toEqual(times);
    });

    test('the next time of a schedule is not before the given one, nor more than one interval after it', () => {
        const schedules = ['every 5 hours at 02:00', 'every 3 days', 'every 2 weeks on Saturday at 22:15', 'on the first Monday of every 5 months', 'on the last day of every month at 23:59'].map(scheduleOf);
        fc.assert(fc.property(fc.constantFrom(...schedules), fc.nat(tenYears * dayMinutes), (schedule, from) => {
            const time = nextTimeOf(schedule, from);
            expect(time).toBeGreaterThanOrEqual(from);
            expect(nextTimeOf(schedule, time)).toBe(time);
            expect(nextTimeOf(schedule, time + 1) - time).toBeLessThanOrEqual(scheduleIntervalOf(schedule)!);
        }), { seed: 2007 });
    });
});
