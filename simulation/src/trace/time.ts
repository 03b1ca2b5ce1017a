const minutesOfDay = 24 * 60;

/** Formats a time of a run: `2d 03:07`, with days starting at 0. */
export function momentText(minutes: number): string {
    const ofDay = minutes % minutesOfDay;
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${Math.floor(minutes / minutesOfDay)}d ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** A length of time: `2d 3h`, `45m`, `0m`. */
export function durationText(minutes: number): string {
    const days = Math.floor(minutes / minutesOfDay);
    const hours = Math.floor(minutes / 60) % 24;
    const rest = minutes % 60;
    const parts = [days && `${days}d`, hours && `${hours}h`, rest && `${rest}m`].filter(Boolean);
    return parts.length === 0 ? '0m' : parts.join(' ');
}
