import { InvalidArgumentError } from 'commander';
import { readDuration } from '@sup/language';

/** Reads a whole number that is not negative. */
export function toCount(text: string): number {
    if (!/^[0-9]{1,9}$/.test(text)) {
        throw new InvalidArgumentError('It takes a number.');
    }
    return Number(text);
}

/** Reads a length of time as scenarios have it, in minutes. */
export function toDuration(text: string): number {
    const minutes = readDuration(text.split(/\s+/).filter(word => word !== ''));
    if (minutes === undefined) {
        throw new InvalidArgumentError('It takes a length of time, such as 4h, "1d 6h" or "2 weeks", up to ten years.');
    }
    return minutes;
}

/** Gathers what an option that may be repeated is given. */
export function append(text: string, earlier: readonly string[]): readonly string[] {
    return [...earlier, text];
}
