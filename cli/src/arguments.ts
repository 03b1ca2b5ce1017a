import { InvalidArgumentError } from 'commander';
import { readDuration } from '@sup/language';

/** Parses a non-negative whole number. */
export function toCount(text: string): number {
    if (!/^[0-9]{1,9}$/.test(text)) {
        throw new InvalidArgumentError('Expected a whole number from 0 to 999,999,999.');
    }
    return Number(text);
}

/** Parses the width of a picture. Larger ones take too much memory. */
export function toWidth(text: string): number {
    const width = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
    if (width < 100 || width > 16_384) {
        throw new InvalidArgumentError('Expected a number of pixels from 100 to 16,384.');
    }
    return width;
}

/** Parses a duration as scenarios write it, to minutes. */
export function toDuration(text: string): number {
    const minutes = readDuration(text.split(/\s+/).filter(word => word !== ''));
    if (minutes === undefined) {
        throw new InvalidArgumentError('Expected a duration in whole weeks, days, hours or minutes, such as 4h, "1d 6h" or "2 weeks", up to "521 weeks".');
    }
    return minutes;
}

/** Collects the values of an option that may be repeated. */
export function append(value: string, previous: readonly string[]): readonly string[] {
    return [...previous, value];
}
