import { counted } from '@sup/model';

/** An export that is older, in days, may describe a hierarchy that has changed since. */
const maxAge = 30;

/** A warning about an old export. `collectedAt`: its time, as it states it. */
export function ageWarning(collectedAt: string, days: number): string | undefined {
    return days > maxAge ? `the export is ${counted(days, 'day')} old (${collectedAt.slice(0, 10)}), so the real hierarchy may have changed since; make a new one` : undefined;
}
