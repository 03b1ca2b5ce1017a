import { cohortFailedMinutes } from '../world/client-groups.js';
import { trafficOf } from '../world/link.js';
import type { World } from '../world/world.js';
import type { StaleClients } from './stale-clients.js';

/** How a run affected the clients of a group. */
export interface GroupImpact {
    readonly count: number;
    /** For each cohort: the minutes during which scans failed, summed over its clients, and the number of clients that had a failed scan. */
    readonly cohorts: readonly { readonly failedMinutes: number; readonly failed: number }[];
    /** Minutes in which the catalog that all of them can get was too old. */
    readonly staleMinutes: number;
}

/** How a run affected clients. */
export interface RunImpact {
    readonly groups: ReadonlyMap<string, GroupImpact>;
    /** The maximum number of clients of each software update point, by the name of its server. */
    readonly loads: ReadonlyMap<string, number>;
    /** The scans over each link in megabytes, and the minutes for which it was full, by the code of its site. */
    readonly links: ReadonlyMap<string, { readonly megabytes: number; readonly busyMinutes: number }>;
}

/** Returns how a run affected clients. Call it after the run has ended. */
export function impactOf(world: World, stale: StaleClients): RunImpact {
    const groups = world.groups.map(group => [group.name, {
        count: group.count, staleMinutes: stale.staleMinutesOf(group, world.time),
        cohorts: group.cohorts.map(cohort => ({ failedMinutes: cohortFailedMinutes(cohort, world.time), failed: cohort.everFailed }))
    }] as const);
    const points = world.sites.flatMap(({ active, internet }) => [active, internet].filter(point => point !== undefined));
    const links = world.sites.filter(({ parent }) => parent).map(({ site, link }) => [site.code, {
        megabytes: trafficOf(link, world.time).scanMegabytes, busyMinutes: site.link?.bandwidth ? link.transfers.busyMinutesAt(world.time) : 0
    }] as const);
    return { groups: new Map(groups), loads: new Map(points.map(point => [point.point.host.name, point.mostClients])), links: new Map(links) };
}
