import { weekdays } from '@sup/model';

// Ways to write a schedule, a release or a link that are usual elsewhere. The result need not be a value: the caller reads it.

/** A schedule in everyday words as the language writes it: `daily at 2am` as `every 1 day at 02:00`. */
export function usualSchedule(written: string): string {
    const plain = written.replaceAll('"', '').toLowerCase().replace(/\s+/g, ' ').trim();
    const time = timeAtEnd.exec(plain);
    const days = daysOf(plain.slice(0, time?.index).replace(/[, ]+$/, ''));
    const at = time ? timeOf(time) : undefined;
    return days === undefined || time && at === undefined ? written : at === undefined ? days : `${days} at ${at}`;
}

const timeAtEnd = /(?:\bat |@ ?)([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])?\.?(?:m\.?)?$|\b([0-9]{1,2}):([0-9]{2}) ?([ap])?\.?(?:m\.?)?$|\b([0-9]{1,2})() ?([ap])\.?m\.?$|\b(?:at )?(noon|midnight)$/;

/** The time of day on the clock of 24 hours. */
function timeOf(match: RegExpExecArray): string | undefined {
    const [, ...groups] = match;
    if (groups[9] !== undefined) {
        return groups[9] === 'noon' ? '12:00' : '00:00';
    }
    const first = [0, 3, 6].find(i => groups[i] !== undefined)!;
    const half = groups[first + 2];
    const hour = Number(groups[first]);
    const isValid = half === undefined ? hour < 24 : hour >= 1 && hour <= 12;
    const hours = half === undefined ? hour : hour % 12 + (half === 'p' ? 12 : 0);
    return isValid ? `${String(hours).padStart(2, '0')}:${groups[first + 1] || '00'}` : undefined;
}

const day = `(${weekdays.join('|').toLowerCase()})s?`;
const ofMonth = '(?: of (?:the|each|every) month)?';
const oneDay = /^(?:|daily|nightly|(?:every|each) (?:day|night))$/;
const weekly = new RegExp(`^(?:(?:weekly|(?:every|each)(?: 1)? week)(?: on)?|on|every|each)? ?${day}$`);
const someUnits = /^(?:every )?([0-9]{1,4}) ?(h|d|w)(?:(?:ou)?rs?|ays?|k|ks|eeks?)?$/;
const weekdayOfMonth = new RegExp(`^(?:(?:monthly|every month) )?(?:on )?(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) ${day}${ofMonth}$`);
const dayOfMonth = new RegExp(`^(?:(?:monthly|every month) )?(?:on )?(?:the )?(?:day )?([0-9]{1,2})(?:st|nd|rd|th)?${ofMonth}$`);
const units = { h: 'hour', d: 'day', w: 'week' } as const;
const ordinals: Readonly<Record<string, string>> = { '1st': 'first', '2nd': 'second', '3rd': 'third', '4th': 'fourth' };

function daysOf(plain: string): string | undefined {
    const [, onDay] = weekly.exec(plain) ?? [];
    const [, count, unit] = someUnits.exec(plain) ?? [];
    const [, week, weekday] = weekdayOfMonth.exec(plain) ?? [];
    const [, date] = dayOfMonth.exec(plain) ?? [];
    return oneDay.test(plain) ? 'every 1 day'
        : /^(?:hourly|(?:every|each) hour)$/.test(plain) ? 'every 1 hour'
        : /^(?:weekly|(?:every|each) week)$/.test(plain) ? 'every 1 week'
        : /^(?:monthly|(?:every|each) month)$/.test(plain) ? 'on day 1 of every month'
        : onDay !== undefined ? `every 1 week on ${capitalOf(onDay)}`
        : count !== undefined ? `every ${Number(count)} ${units[unit as keyof typeof units]}${Number(count) === 1 ? '' : 's'}`
        : week !== undefined ? `on the ${ordinals[week] ?? week} ${capitalOf(weekday!)} of every month`
        : date !== undefined && /month|[a-z]{2}$/.test(plain) ? `on day ${Number(date)} of every month` : undefined;
}

function capitalOf(name: string): string {
    return weekdays.find(each => each.toLowerCase() === name)!;
}

/** A release without the name of the product: `ConfigMgr 2007 SP2 R3` as `SP2 R3`. */
export function usualRelease(written: string): string {
    const plain = written.replaceAll('"', '').replace(/^(?:microsoft )?(?:system center )?(?:sccm|configmgr|configuration manager|cm)?[ ]*(?:20|')?07[ ,]*/i, '');
    return plain.toUpperCase().replace(/\b(SP|R) (?=[0-9])/g, '$1').replace(/([0-9])(?=R[0-9])/g, '$1 ').replace(/,/g, '');
}

/** A link with the usual short forms of units, and a comma after each amount: `2 mbit/s 40 msec` as `2 Mbps, 40 ms`. */
export function usualLink(written: string): string {
    return written.replaceAll('"', '')
        .replace(/([0-9])[ \t]*([kmg])(?:bit(?:s)?|b)(?:\/s(?:ec)?|ps)?(?![a-z/])/gi, (_, digit: string, unit: string) => `${digit} ${rates[unit.toLowerCase()]!}`)
        .replace(/([0-9])[ \t]*(?:ms|msec|msecs|milliseconds?)(?![a-z])/gi, '$1 ms')
        .replace(/(bps|ms)[ \t]*[/;+]?[ \t]*(?=[0-9]|open\b)/g, '$1, ');
}

const rates: Readonly<Record<string, string>> = { k: 'kbps', m: 'Mbps', g: 'Gbps' };
