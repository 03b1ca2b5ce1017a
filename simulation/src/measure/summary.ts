import type { ClientGroup, ScanResult, Site, SoftwareUpdatePoint } from '@sup/model';
import { failedMinutesOf } from '../world/client-groups.js';
import { trafficOf } from '../world/link.js';
import type { PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import type { CatalogAges } from './catalog-ages.js';

/** The state of a site at the end of a run. Times are minutes since the start. */
export interface SiteSummary {
    readonly site: Site;
    readonly synchronizations: number;
    readonly failures: number;
    readonly lastSuccess: number | undefined;
    /** Minutes since the last successful synchronization; undefined if there was none. */
    readonly catalogAge: number | undefined;
    readonly contentVersion: number;
    readonly consoleVersion: number;
    /** The longest time between two successful synchronizations, or since the last; undefined if there was none. */
    readonly oldestCatalog: number | undefined;
    /** Traffic over the link to the parent, and the minutes for which it fills the link; undefined if the plan does not state the bandwidth. */
    readonly link: { readonly metadataMegabytes: number; readonly scanMegabytes: number; readonly fullMinutes: number | undefined };
}

export interface PointSummary {
    readonly point: SoftwareUpdatePoint;
    /** Clients whose last scan succeeded against it, and the maximum at any time. */
    readonly clients: number;
    readonly mostClients: number;
    /** Scans of individual clients, and the most of them in one hour. */
    readonly scans: number;
    readonly peakScansPerHour: number;
    /** Scans that the server refused because too many waited. */
    readonly refusedScans: number;
}

export interface GroupSummary {
    readonly name: string;
    readonly site: Site;
    readonly group: ClientGroup | undefined;
    readonly count: number;
    /** Undefined if the clients have not scanned. */
    readonly result: ScanResult | undefined;
    readonly server: string | undefined;
    readonly lastSuccess: number | undefined;
    /** Minutes during which their scans failed, on average over the clients. */
    readonly failedMinutes: number;
    /** Clients whose last scan failed. */
    readonly failingClients: number;
}

export interface Summary {
    readonly sites: readonly SiteSummary[];
    readonly points: readonly PointSummary[];
    readonly groups: readonly GroupSummary[];
}

/** Summarizes the current state, sites from the top down. */
export function summarize(world: World, ages: CatalogAges): Summary {
    return {
        sites: world.sites.map(state => siteSummary(world, state, ages)),
        points: world.sites.flatMap(({ active, internet }) => [active, internet].filter(point => point !== undefined)).map(point => pointSummary(point, world.time)),
        groups: world.groups.map(group => ({
            name: group.name, site: group.located.site, group: group.element.element === 'clientGroup' ? group.element : undefined, count: group.count,
            result: group.result, server: (group.server ?? group.failedAgainst)?.point.host.name, lastSuccess: group.lastSuccess,
            failedMinutes: Math.round(failedMinutesOf(group, world.time) / group.count),
            failingClients: group.cohorts.reduce((sum, { failed }) => sum + failed, 0)
        }))
    };
}

function siteSummary(world: World, state: SiteState, ages: CatalogAges): SiteSummary {
    const { site, syncs, failures, lastSuccess, contentVersion, consoleVersion, link } = state;
    return {
        site, synchronizations: syncs, failures, lastSuccess, contentVersion, consoleVersion,
        catalogAge: lastSuccess === undefined ? undefined : world.time - lastSuccess,
        oldestCatalog: ages.oldestCatalogOf(state, world.time),
        link: { ...trafficOf(link, world.time), fullMinutes: site.link?.bandwidth ? link.transfers.busyMinutesAt(world.time) : undefined }
    };
}

function pointSummary(state: PointState, time: number): PointSummary {
    const { point, clients, mostClients, scans } = state;
    return { point, clients, mostClients, scans, peakScansPerHour: state.peak.at(time), refusedScans: state.queue.refused };
}
