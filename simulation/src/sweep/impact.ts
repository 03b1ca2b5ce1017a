import type { TraceEntry } from '../trace/entry.js';
import { failedMinutesOf } from '../world/client-groups.js';
import type { ClientGroupState, SiteState } from '../world/state.js';
import type { Observer, World } from '../world/world.js';

/** How a run affected clients. */
export interface RunImpact {
    readonly groups: ReadonlyMap<string, { readonly count: number; readonly failedMinutes: number; readonly staleMinutes: number }>;
    /** The maximum number of clients of each software update point, by the name of its server. */
    readonly loads: ReadonlyMap<string, number>;
}

/** Measures how long scans failed, and how long catalogs were older than a limit. */
export class ImpactMeter implements Observer {
    private readonly stale = new Map<SiteState, number>();
    private readonly last = new Map<SiteState, number>();

    constructor(private readonly limit: number) {}

    observe({ details, site: code, time }: TraceEntry, world: World): void {
        const site = details.kind === 'sync-done' ? world.sitesByCode.get(code ?? '') : undefined;
        if (site) {
            this.count(site, time);
        }
    }

    private count(site: SiteState, time: number): void {
        const gap = time - (this.last.get(site) ?? 0);
        this.stale.set(site, (this.stale.get(site) ?? 0) + Math.max(0, gap - this.limit));
        this.last.set(site, time);
    }

    /** Returns the measurements. Call it after the run has ended. */
    impact(world: World): RunImpact {
        world.sites.filter(({ active }) => active).forEach(site => this.count(site, world.time));
        const groups = world.groups.map(group => [group.name, {
            count: group.count,
            failedMinutes: failedMinutesOf(group, world.time) / group.count,
            staleMinutes: this.stale.get(servingSite(group)) ?? 0
        }] as const);
        const points = world.sites.flatMap(({ active, internet }) => [active, internet].filter(point => point !== undefined));
        return { groups: new Map(groups), loads: new Map(points.map(point => [point.point.host.name, point.mostClients])) };
    }
}

/** Returns the site whose catalog the clients scan against. */
function servingSite(group: ClientGroupState): SiteState {
    return group.server?.site ?? group.failedAgainst?.site ?? (group.located.active ? group.located : group.assigned);
}
