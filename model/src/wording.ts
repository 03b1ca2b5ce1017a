import { visible } from './visible.js';
import type { Schedule } from './values.js';

/** A number with separators: `1,200`. */
export const number = (value: number): string => value.toLocaleString('en');

/** A number with its noun: `1 client`, `1,240 clients`. */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Minutes of a day in the notation of the language: `02:07`. */
export function timeOfDayText(minutes: number): string {
    return [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':');
}

/** Kilobits per second in the notation of the language: `512 kbps`, `2 Mbps`. */
export function bandwidthText(kilobits: number): string {
    const [divisor, unit] = kilobits >= 1_000_000 ? [1_000_000, 'Gbps'] : kilobits >= 1_000 ? [1_000, 'Mbps'] : [1, 'kbps'];
    return `${Number((kilobits / divisor).toFixed(3))} ${unit}`;
}

/** `every 1 day at 02:07`, `manual`. */
export function scheduleText(schedule: Schedule): string {
    return schedule.kind === 'manual' ? 'manual' : `every ${counted(schedule.count, schedule.unit)}${schedule.at === undefined ? '' : ` at ${timeOfDayText(schedule.at)}`}`;
}

/** The first characters of a text, as {@link visible} shows them: plans may contain texts of megabytes. */
export function excerpt(text: string, most: number): string {
    const characters = [...text.slice(0, 2 * most + 2)];
    return visible(characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join(''));
}
