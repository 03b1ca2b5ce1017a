import type { Observer, TraceEntry } from '@sup/simulation';

type World = Parameters<Observer['observe']>[1];
type SiteState = World['sites'][number];

/** Checks the invariants of every run at every entry, and records the first violation. */
export class Invariants implements Observer {
    violation: string | undefined;
    private readonly times: number[] = [];
    private readonly versions = new Map<SiteState, readonly number[]>();
    /** The revision of the catalog that belongs to each content version of a top site. */
    private readonly revisions = new Map<SiteState, Map<number, number>>();
    /** The sites that are synchronizing, and whether another synchronization was requested in the meantime. */
    private readonly running = new Map<string, boolean>();
    /** When a synchronization ended while another was queued, which must start in the same minute. */
    private readonly owed = new Map<string, number>();

    observe(entry: TraceEntry, world: World): void {
        const site = world.sitesByCode.get(entry.site ?? '');
        this.require(entry.id === this.times.push(entry.time) - 1, 'ids count from 0', entry);
        this.require(entry.time >= (this.times[entry.id - 1] ?? 0), 'time never decreases', entry);
        for (const reason of [entry.cause, entry.because]) {
            this.require(reason === undefined || (reason < entry.id && this.times[reason]! <= entry.time), 'causes precede their effects', entry);
        }
        if (site) {
            this.checkVersions(site, entry);
            this.checkCatalog(site, entry);
            this.checkRuns(site, entry);
        }
        if (site) {
            this.checkLoad(site, world, entry);
        }
        if (entry.component === 'Client') {
            this.checkClients(world, entry);
        }
    }

    private require(holds: boolean, rule: string, entry: TraceEntry): void {
        if (!holds) {
            this.violation ??= `${rule}: ${JSON.stringify(entry, (key, value: unknown) => key === 'elements' ? undefined : value)}`;
        }
    }

    private checkVersions(site: SiteState, entry: TraceEntry): void {
        const { active, internet, contentVersion, consoleVersion } = site;
        const now = [contentVersion, consoleVersion, active?.contentVersion ?? 0, internet?.contentVersion ?? 0, active?.catalog.revision ?? 0];
        this.require(now.every((version, i) => version >= (this.versions.get(site)?.[i] ?? 0)), 'versions never decrease', entry);
        this.versions.set(site, now);
        if (site.parent && !site.isRoot) {
            this.require(contentVersion <= site.parent.contentVersion, 'no site has a newer version than its upstream', entry);
            this.require((active?.contentVersion ?? 0) <= site.parent.contentVersion, 'no software update point has a newer version than its upstream', entry);
            this.require(consoleVersion <= site.parent.consoleVersion, 'no console has a newer version than that of its parent', entry);
        }
        this.require((internet?.contentVersion ?? 0) <= contentVersion, 'no Internet-based software update point has a newer version than the active one', entry);
    }

    /** A software update point with a content version has the catalog of that version. */
    private checkCatalog(site: SiteState, entry: TraceEntry): void {
        const top = site.root ?? site;
        const revisions = this.revisions.get(top) ?? new Map<number, number>();
        this.revisions.set(top, revisions);
        if (site === top && !revisions.has(site.contentVersion)) {
            revisions.set(site.contentVersion, site.active?.catalog.revision ?? 0);
        }
        for (const point of [site.active, site.internet]) {
            this.require(!point || point.catalog.revision >= (revisions.get(point.contentVersion) ?? 0), 'a software update point has the catalog of its content version', entry);
        }
    }

    /** A site runs one synchronization at a time, and a queued one immediately after it. */
    private checkRuns({ site: { code } }: SiteState, entry: TraceEntry): void {
        this.require(entry.time === (this.owed.get(code) ?? entry.time), 'a queued synchronization starts without delay', entry);
        switch (entry.details.kind) {
            case 'sync-queued':
                this.owed.delete(code);
                if (this.running.has(code)) {
                    this.running.set(code, true);
                }
                break;
            case 'sync-started':
                this.require(!this.running.has(code), 'a site runs one synchronization at a time', entry);
                this.running.set(code, false);
                this.owed.delete(code);
                break;
            case 'sync-done':
            case 'sync-failed':
            case 'sync-lost':
                this.require(this.running.has(code), 'only a started synchronization ends', entry);
                if (this.running.get(code)) {
                    this.owed.set(code, entry.time);
                }
                this.running.delete(code);
                break;
            default:
        }
    }

    /** No link carries more than its bandwidth allows, and no server completes more scans than it can. */
    private checkLoad({ link, active }: SiteState, { assumed }: World, entry: TraceEntry): void {
        const { scans, metadata, objects } = link.transfers.carriedAt(entry.time);
        this.require(link.transfers.bandwidth === Infinity || scans + metadata + objects <= link.transfers.bandwidth * entry.time + 0.01, 'no link carries more than its bandwidth', entry);
        this.require(!active || active.scans <= assumed.serverThroughput * active.servers.length * entry.time, 'no server completes more scans than it can', entry);
    }

    /** Each client is at most once among those of a software update point, and never among those whose scans fail as well. */
    private checkClients({ sites, groups }: World, entry: TraceEntry): void {
        const atPoints = sites.flatMap(({ active, internet }) => [active?.clients ?? 0, internet?.clients ?? 0]).reduce((a, b) => a + b, 0);
        const cohorts = groups.flatMap(group => group.cohorts);
        this.require(atPoints === cohorts.reduce((sum, { server, count }) => sum + (server ? count : 0), 0), 'every client is counted once', entry);
        this.require(groups.every(({ count, cohorts: parts }) => count === parts.reduce((sum, part) => sum + part.count, 0)), 'the parts of a group have all of its clients', entry);
        for (const { failed, scans, retry, count } of cohorts) {
            const scanning = scans.reduce((sum, { clients }) => sum + clients, 0);
            this.require(failed >= 0 && failed <= count && scanning + failed <= count && (retry?.clients ?? 0) <= failed, 'no client scans twice at a time', entry);
        }
    }
}
