import { dayMinutes } from './durations.js';
import { visible } from './visible.js';
import type { ImportPlan, MonthDay, Schedule } from './values.js';

/** A number with separators: `1,200`. */
export const number = (value: number): string => value.toLocaleString('en');

/** A number with its noun: `1 client`, `1,240 clients`. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Minutes of a day in the notation of the language: `02:07`. */
export function timeOfDayText(minutes: number): string {
    return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':');
}

/** The text as the start of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A message as a sentence. A name of a file or an FQDN at its beginning keeps its letters. */
export const asSentence = (message: string): string => `${/^\S*[\w-]\.\w/.test(message) ? message : capital(message)}.`;

/** `A`, `A and B`, `A, B and C`; of many names, only the first few and the number of the others. */
export function listOf(names: readonly string[], most = 5): string {
    const named = names.length > most ? [...names.slice(0, most - 1), `${number(names.length - most + 1)} more`] : names;
    return named.length < 2 ? named.join() : `${named.slice(0, -1).join(', ')} and ${named.at(-1)!}`;
}

/** `A`, `A or B`, `A, B or C`, shortened in the same way. */
export function anyOf(names: readonly string[], most = 8): string {
    const named = names.length > most ? [...names.slice(0, most - 1), 'others'] : names;
    return named.length < 2 ? named.join() : `${named.slice(0, -1).join(', ')} or ${named.at(-1)!}`;
}

/** Kilobits per second in the notation of the language: `512 kbps`, `2 Mbps`. */
export function bandwidthText(kilobits: number): string {
    const [divisor, unit] = kilobits >= 1_000_000 ? [1_000_000, 'Gbps'] : kilobits >= 1_000 ? [1_000, 'Mbps'] : [1, 'kbps'];
    return `${Number((kilobits / divisor).toFixed(3))} ${unit}`;
}

/** `0.2 MB`, `12 MB`, `1.5 GB`. */
export function megabytesText(megabytes: number): string {
    const short = (value: number): string => value >= 10 || Number.isInteger(value) ? number(Math.round(value)) : value.toFixed(1);
    return megabytes >= 1000 ? `${short(megabytes / 1000)} GB` : `${short(megabytes)} MB`;
}

/** `every 1 day at 02:07`, `on the second Tuesday of every month at 20:00`, `manual`. */
export function scheduleText(schedule: Schedule): string {
    if (schedule.kind === 'manual') {
        return 'manual';
    }
    const days = schedule.kind === 'monthly'
        ? `on ${monthDayText(schedule.on)} of every ${schedule.months === 1 ? 'month' : counted(schedule.months, 'month')}`
        : `every ${counted(schedule.count, schedule.unit)}${schedule.weekday === undefined ? '' : ` on ${schedule.weekday}`}`;
    return `${days}${schedule.at === undefined ? '' : ` at ${timeOfDayText(schedule.at)}`}`;
}

function monthDayText(day: MonthDay): string {
    if (day.kind === 'date') {
        return day.date === 'last' ? 'the last day' : `day ${day.date}`;
    }
    return `the ${{ 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', last: 'last' }[day.week]} ${day.weekday}`;
}

/** `every 7 days from OSLSUP01`, with the name as it is. */
export function importPlanText(plan: ImportPlan): string {
    const [minutes, unit] = plan.every % dayMinutes === 0 ? [dayMinutes, 'day'] as const : [60, 'hour'] as const;
    return `every ${counted(plan.every / minutes, unit)} from ${plan.from}`;
}

/** The first characters of a text, as {@link visible} shows them: plans may contain texts of megabytes. */
export function excerpt(text: string, most: number): string {
    const characters = [...text.slice(0, 2 * most + 2)];
    return visible(characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join(''));
}
