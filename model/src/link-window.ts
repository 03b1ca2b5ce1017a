import { dayMinutes } from './durations.js';
import type { Link } from './values.js';

/** A time in relation to the daily window of a link. */
export interface WindowPosition {
    /** The length of the window in minutes. */
    readonly length: number;
    /** The minutes since the window opened last; it is open as long as they are fewer than its length. */
    readonly since: number;
}

/** Places a time, in minutes since any midnight, in the window of a link. Undefined for a link that is always open. */
export function windowPositionAt(link: Link | undefined, time: number): WindowPosition | undefined {
    const window = link?.open;
    return window && window.from !== window.to ? { length: modulo(window.to - window.from), since: modulo(time - window.from) } : undefined;
}

const modulo = (minutes: number): number => ((minutes % dayMinutes) + dayMinutes) % dayMinutes;
