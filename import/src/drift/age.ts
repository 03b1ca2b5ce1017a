import { counted } from '@sup/model';

/** An export that is older, in days, may describe a hierarchy that has changed since. */
const maxAge = 30;

/** A warning if an export is old; empty if not. `collectedAt`: its time, as it states it. */
export function ageWarnings(collectedAt: string | undefined, daysSince: (time: string) => number): readonly string[] {
    const days = collectedAt === undefined ? 0 : daysSince(collectedAt);
    return days > maxAge ? [`the export is ${counted(days, 'day')} old (${collectedAt!.slice(0, 10)}), so the real hierarchy may have changed since; make a new one`] : [];
}
