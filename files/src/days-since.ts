const millisecondsOfDay = 24 * 60 * 60 * 1000;

/** The whole days since a time that an export states: `2026-11-23T08:15:00Z`. */
export function daysSince(time: string): number {
    return Math.floor((Date.now() - Date.parse(time)) / millisecondsOfDay);
}
