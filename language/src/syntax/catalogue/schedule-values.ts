import { type ImportPlan, type MonthDay, type Schedule, type Weekday, weekdays } from '@sup/model';
import { wordsOf } from '../tree/items.js';
import { minutesOfDay } from './product-values.js';
import { readWholeNumber, type ValueType } from './value-types.js';

const unitMinutes = { hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;
type Unit = keyof typeof unitMinutes;

const interval = 'every ([0-9]{1,4}) (hour|day|week)s?';
const weekday = `(${weekdays.join('|')})`;
const intervalForm = new RegExp(`^${interval}(?: on ${weekday})?(?: at ([0-9:]+))?$`);
const monthlyForm = new RegExp(`^on (?:day ([0-9]{1,2})|the (last) day|the (first|second|third|fourth|last) ${weekday}) of every (?:month|([0-9]{1,2}) months)(?: at ([0-9:]+))?$`);
const importForm = new RegExp(`^${interval} from$`);

/**
 * `manual`, `every 7 days at 02:00`, `every 1 week on Wednesday at 02:07`, `on the second Tuesday of every month at 20:00`. A rule, not this
 * type, checks the ranges of hours, days and weeks that the product allows.
 */
export const schedule: ValueType<Schedule> = {
    expected: '`manual`, an interval such as `every 7 days at 02:00` or `every 1 week on Wednesday at 02:00`, or a day of the month such as `on the second Tuesday of every month at 20:00` or `on day 15 of every month`',
    suggestions: [
        'every 1 day at 02:07', 'every 7 days at 02:07', 'every 12 hours', 'every 1 week on Wednesday at 02:07', 'on the second Tuesday of every month at 20:07',
        'on day 15 of every month at 02:07', 'on the last day of every month at 02:07', 'manual'
    ],
    read: items => {
        const words = (items.length === 1 ? wordsOf(items[0]) : undefined) ?? '';
        return words === 'manual' ? { kind: 'manual' } : readInterval(words) ?? readMonthly(words);
    }
};

function readInterval(words: string): Schedule | undefined {
    const [, number, unit, day, time] = intervalForm.exec(words) ?? [];
    const count = readWholeNumber(number, 1, 9_999);
    const at = minutesOfDay(time);
    return count !== undefined && (time === undefined || at !== undefined) && (day === undefined || unit === 'week')
        ? { kind: 'every', count, unit: unit as Unit, ...day === undefined ? {} : { weekday: day as Weekday }, at }
        : undefined;
}

function readMonthly(words: string): Schedule | undefined {
    const match = monthlyForm.exec(words);
    if (!match) {
        return undefined;
    }
    const [, date, lastDay, week, day, number = '1', time] = match;
    const on = week === undefined ? readDate(date, lastDay) : { kind: 'weekday', week: weekOf[week as keyof typeof weekOf], weekday: day as Weekday } as const;
    const months = readWholeNumber(number, 1, 12);
    const at = minutesOfDay(time);
    return on && months !== undefined && (time === undefined || at !== undefined) ? { kind: 'monthly', on, months, at } : undefined;
}

const weekOf = { first: 1, second: 2, third: 3, fourth: 4, last: 'last' } as const;

function readDate(number: string | undefined, lastDay: string | undefined): MonthDay | undefined {
    const date = lastDay === undefined ? readWholeNumber(number, 1, 31) : 'last';
    return date === undefined ? undefined : { kind: 'date', date };
}

/** `every 7 days from SERVER`. */
export const importPlan: ValueType<ImportPlan> = {
    expected: 'an interval and the server that exports, such as `every 7 days from NAME`',
    suggestions: [],
    refersTo: 'server',
    beforeName: 'every 7 days from',
    nameAt: item => importForm.test(wordsOf(item.slice(0, 4)) ?? '') ? 4 : undefined,
    read: ([item, ...others]) => {
        const [, number, unit] = importForm.exec(wordsOf(item?.slice(0, 4)) ?? '') ?? [];
        const count = readWholeNumber(number, 1, 9_999);
        const name = item?.[4];
        return others.length === 0 && count !== undefined && item?.length === 5 && name!.kind !== 'time' && name!.text !== ''
            ? { every: count * unitMinutes[unit as Unit], from: name!.text }
            : undefined;
    }
};
