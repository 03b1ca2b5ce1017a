import { type Schedule, weekdays } from '@sup/model';

/** The weekdays as tokens count them, from Sunday on. */
const days = [weekdays[6], ...weekdays.slice(0, 6)];

/** The token of a schedule, as the product stores it: 16 hexadecimal digits, or nothing for a manual one. */
export function scheduleToken(schedule: Schedule): string {
    if (schedule.kind === 'manual') {
        return '';
    }
    const { at } = schedule;
    // A start before 2005 is the default of a schedule without a time of day.
    const start = at === undefined ? [[0, 6], [0, 5], [1, 5], [1, 4], [28, 6], [0, 6]] : [[at % 60, 6], [Math.floor(at / 60), 5], [1, 5], [3, 4], [39, 6], [0, 6]];
    return hexadecimal(start) + hexadecimal([[0, 5], [0, 5], ...recurrenceOf(schedule)]);
}

/** The type of the recurrence, and its fields. */
function recurrenceOf(schedule: Exclude<Schedule, { readonly kind: 'manual' }>): number[][] {
    if (schedule.kind === 'monthly') {
        const { on, months } = schedule;
        return on.kind === 'date' ? [[5, 3], [on.date === 'last' ? 0 : on.date, 5], [months, 4]]
            : [[4, 3], [days.indexOf(on.weekday) + 1, 3], [months, 4], [on.week === 'last' ? 0 : on.week, 3]];
    }
    const { count, unit, weekday } = schedule;
    return weekday !== undefined ? [[3, 3], [days.indexOf(weekday) + 1, 3], [count, 3]]
        : [[2, 3], [0, 6], [unit === 'hour' ? count : 0, 5], [unit === 'hour' ? 0 : unit === 'day' ? count : 7 * count, 5]];
}

/** 32 bits of fields with their widths, from the left. */
function hexadecimal(fields: readonly (readonly number[])[]): string {
    const bits = fields.map(([value, width]) => value!.toString(2).padStart(width!, '0')).join('').padEnd(32, '0');
    return Number.parseInt(bits, 2).toString(16).toUpperCase().padStart(8, '0');
}
