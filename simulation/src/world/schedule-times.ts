import { dayMinutes, type MonthDay, type Schedule, scheduleIntervalOf, weekdays } from '@sup/model';
import { daysOfMonth, monthOf, monthStart } from './calendar.js';

type Recurring = Exclude<Schedule, { kind: 'manual' }>;

/** The first time of a schedule at or after a time. A schedule that was in effect before the start of the run also has the times before its first one. */
export function nextTimeOf(schedule: Recurring, from: number, wasInEffect = false): number {
    return schedule.kind === 'monthly' ? nextMonthly(schedule, from) : nextInterval(schedule, from, wasInEffect);
}

/** An interval begins on day 0, or on the first weekday of its name. */
function nextInterval(schedule: Extract<Schedule, { kind: 'every' }>, from: number, wasInEffect: boolean): number {
    const first = (schedule.weekday === undefined ? 0 : weekdays.indexOf(schedule.weekday) * dayMinutes) + (schedule.at ?? 0);
    const interval = scheduleIntervalOf(schedule)!;
    return first + Math.max(wasInEffect ? -Infinity : 0, Math.ceil((from - first) / interval)) * interval;
}

function nextMonthly({ on, months, at = 0 }: Extract<Schedule, { kind: 'monthly' }>, from: number): number {
    let month = Math.floor(monthOf(Math.floor(from / dayMinutes)) / months) * months;
    for (;;) {
        const time = (monthStart(month) + dayIn(month, on)) * dayMinutes + at;
        if (time >= from) {
            return time;
        }
        month += months;
    }
}

/** The day of a month, from 0. A month without the date has its last day instead, which is an assumption. */
function dayIn(month: number, on: MonthDay): number {
    const days = daysOfMonth(month);
    if (on.kind === 'date') {
        return on.date === 'last' ? days - 1 : Math.min(on.date, days) - 1;
    }
    const firstOfName = (weekdays.indexOf(on.weekday) - monthStart(month) % 7 + 7) % 7;
    return on.week === 'last' ? firstOfName + 7 * Math.floor((days - 1 - firstOfName) / 7) : firstOfName + 7 * (on.week - 1);
}
