/** The minutes of a day. */
export const dayMinutes = 24 * 60;

/** Units of time, the largest first. */
export const durationUnits = [
    { short: 'w', one: 'week', many: 'weeks', minutes: 7 * dayMinutes },
    { short: 'd', one: 'day', many: 'days', minutes: dayMinutes },
    { short: 'h', one: 'hour', many: 'hours', minutes: 60 },
    { short: 'm', one: 'minute', many: 'minutes', minutes: 1 }
] as const;

type DurationUnit = typeof durationUnits[number];

/** Formats a duration for results and reports: `9d 3h`, `45m`, `0m`. It has no weeks, so that it is comparable to times such as `9d 03:07`. */
export function durationText(minutes: number): string {
    return formatDuration(minutes, durationUnits.slice(1), (count, { short }) => `${count}${short}`) || '0m';
}

/** Formats a duration as plans write it: `1 week 2 days 3 hours`, `0 minutes`. */
export function longDurationText(minutes: number): string {
    return formatDuration(minutes, durationUnits, (count, { one, many }) => `${count} ${count === 1 ? one : many}`) || '0 minutes';
}

function formatDuration(minutes: number, units: readonly DurationUnit[], format: (count: number, unit: DurationUnit) => string): string {
    let rest = minutes;
    return units.flatMap(unit => {
        const count = Math.floor(rest / unit.minutes);
        rest -= count * unit.minutes;
        return count === 0 ? [] : [format(count, unit)];
    }).join(' ');
}
