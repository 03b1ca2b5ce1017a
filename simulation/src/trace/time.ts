import { dayMinutes } from '@sup/model';

/** Formats a time of a run: `2d 03:07`, with days starting at 0. A settled hierarchy has synchronized before the start. */
export function momentText(minutes: number): string {
    if (minutes < 0) {
        return 'before the start';
    }
    const ofDay = minutes % dayMinutes;
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${Math.floor(minutes / dayMinutes)}d ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
