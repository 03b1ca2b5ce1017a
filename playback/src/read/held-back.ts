import { memoize } from '@sup/model';
import type { Period, Recording, SiteDelay } from '../recording.js';
import { at } from './at.js';
import { groupsOf } from './clients-at.js';

/** When the catalog that the clients of a site use lacks updates that it would have without the events, by site. */
export function behindBySite(recording: Recording, delays: readonly SiteDelay[]): ReadonlyMap<string, readonly Period[]> {
    return sourcesIn(recording)(delays);
}

const sourcesIn = memoize(({ sites }: Recording) => memoize((delays: readonly SiteDelay[]): ReadonlyMap<string, readonly Period[]> => {
    const late = new Map(delays.filter(({ behind }) => behind.length > 0).map(({ site, behind }) => [site, behind]));
    return new Map(sites.flatMap(({ id, source }) => {
        const periods = source === undefined ? undefined : late.get(sites[source]!.id);
        return periods ? [[id, periods] as const] : [];
    }));
}));

export function isWithin(periods: readonly Period[] | undefined, time: number): boolean {
    return periods?.some(({ from, to }) => from <= time && time < to) === true;
}

/** The number of clients that can scan, but are held back from updates. */
export function clientsHeldBackAt(recording: Recording, behind: ReadonlyMap<string, readonly Period[]>, time: number): number {
    const groups = groupsOf(recording);
    let clients = 0;
    for (const [site, periods] of behind) {
        if (isWithin(periods, time)) {
            clients += (groups.get(site) ?? []).reduce((sum, { count, failing }) => sum + count - at(failing, time), 0);
        }
    }
    return clients;
}
