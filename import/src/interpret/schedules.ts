import { type Schedule, scheduleText } from '@sup/model';
import { plainText } from '../text/plain-text.js';
import type { Decided } from './releases.js';
import { weekdays } from './weekdays.js';

// A schedule token has 16 hexadecimal digits: the start, then the recurrence. Source: the page on `SMS_ScheduleMethods` and those on the `SMS_ST_Recur…` classes (ConfigMgr 2007 SDK).

/** A start before this year is the default of a schedule without a start time, so its time of day has no meaning. */
const firstRealYear = 2005;

/** The schedule of a token, as text of a plan. An empty token is a site that synchronizes only manually. */
export function scheduleOf(token: string | undefined): Decided {
    const text = plainText(token ?? '');
    if (token === undefined) {
        return { value: undefined };
    }
    if (text === '') {
        return { value: 'manual' };
    }
    const [first, ...others] = /^(?:[0-9A-F]{16})+$/i.test(text) ? text.match(/.{16}/g)! : [];
    if (first === undefined) {
        return { value: undefined, note: `the schedule ${text} cannot be read` };
    }
    const { value, notes } = decode(first);
    const more = others.length > 0 ? [`the first of ${others.length + 1} schedules: ${text}`] : [];
    const all = [...notes, ...more];
    return { value, note: all.length > 0 ? all.join('; ') : undefined };
}

interface Decoded {
    readonly value: string | undefined;
    readonly notes: readonly string[];
}

function decode(token: string): Decoded {
    const start = parseInt(token.slice(0, 8), 16);
    const recurrence = parseInt(token.slice(8), 16);
    /** Bits count from the left, as the documents count them. */
    const bits = (word: number, from: number, to: number): number => Math.floor(word / 2 ** (31 - to)) % 2 ** (to - from + 1);
    const [minute, hour, year] = [bits(start, 0, 5), bits(start, 6, 10), 1970 + bits(start, 20, 25)];
    const isFiller = year < firstRealYear;
    const at = isFiller || minute > 59 || hour > 23 ? undefined : hour * 60 + minute;
    const schedule = recurring(recurrence, bits, at);
    const isUtc = bits(recurrence, 31, 31) === 1;
    if (typeof schedule === 'string') {
        return { value: schedule === 'once' ? 'manual' : undefined, notes: [schedule === 'once' ? `the schedule ${token} is for a single time` : `the schedule ${token} (${schedule}) cannot be written`] };
    }
    const hasTime = schedule.kind === 'monthly' || (schedule.kind === 'every' && schedule.unit !== 'hour');
    return {
        value: scheduleText(schedule),
        notes: [
            ...isFiller && hasTime ? ['a simple schedule; the time of day is not in the file'] : [],
            ...isUtc && at !== undefined && hasTime ? ['in UTC, and times in a plan are local'] : []
        ]
    };
}

/** A schedule; a description of one that plans cannot have. */
function recurring(word: number, bits: (word: number, from: number, to: number) => number, at: number | undefined): Schedule | string {
    switch (bits(word, 10, 12)) {
        case 1: return 'once';
        case 2: {
            const [minutes, hours, days] = [bits(word, 13, 18), bits(word, 19, 23), bits(word, 24, 28)];
            return minutes === 0 && hours > 0 && days === 0 ? { kind: 'every', count: hours, unit: 'hour', at: undefined }
                : minutes === 0 && hours === 0 && days > 0 ? { kind: 'every', count: days, unit: 'day', at }
                : `every ${[[days, 'd'], [hours, 'h'], [minutes, 'min']].filter(([count]) => count !== 0).map(([count, unit]) => `${count} ${unit}`).join(' ') || '0 min'}`;
        }
        case 3: {
            const [day, weeks] = [bits(word, 13, 15), bits(word, 16, 18)];
            return day >= 1 && weeks >= 1 ? { kind: 'every', count: weeks, unit: 'week', weekday: weekdays[day - 1], at } : 'every week without a day';
        }
        case 4: {
            const [day, months, order] = [bits(word, 13, 15), bits(word, 16, 19), bits(word, 20, 22)];
            const week = order === 0 ? 'last' : order as 1 | 2 | 3 | 4;
            return day >= 1 && isMonthCount(months) && order <= 4 ? { kind: 'monthly', on: { kind: 'weekday', week, weekday: weekdays[day - 1]! }, months, at } : 'every month without a day';
        }
        case 5: {
            const [date, months] = [bits(word, 13, 17), bits(word, 18, 21)];
            return isMonthCount(months) ? { kind: 'monthly', on: { kind: 'date', date: date === 0 ? 'last' : date }, months, at } : 'every month without a number of months';
        }
        default: return 'an unknown kind of recurrence';
    }
}

const isMonthCount = (months: number): boolean => months >= 1 && months <= 12;
