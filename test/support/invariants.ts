import type { Observer, TraceEntry } from '@sup/simulation';

type World = Parameters<Observer['observe']>[1];
type SiteState = World['sites'][number];

/** What must be so at every moment of every run. Keeps the first thing that is not. */
export class Invariants implements Observer {
    violation: string | undefined;
    private readonly times: number[] = [];
    private readonly versions = new Map<SiteState, readonly number[]>();
    /** The revision of the catalog that belongs to each content version of a top site. */
    private readonly revisions = new Map<SiteState, Map<number, number>>();
    /** The sites where a run is under way, and whether another was asked for meanwhile. */
    private readonly running = new Map<string, boolean>();
    /** When a run ended and another was waiting, which has to start in the same minute. */
    private readonly owed = new Map<string, number>();

    observe(entry: TraceEntry, world: World): void {
        const site = world.sitesByCode.get(entry.site ?? '');
        this.demand(entry.id === this.times.push(entry.time) - 1, 'ids count from 0', entry);
        this.demand(entry.time >= (this.times[entry.id - 1] ?? 0), 'time never goes back', entry);
        for (const reason of [entry.cause, entry.because]) {
            this.demand(reason === undefined || (reason < entry.id && this.times[reason]! <= entry.time), 'what leads to an entry comes before it', entry);
        }
        if (site) {
            this.checkVersions(site, entry);
            this.checkCatalog(site, entry);
            this.checkRuns(site, entry);
        }
        if (entry.component === 'Client') {
            this.checkClients(world, entry);
        }
    }

    private demand(holds: boolean, rule: string, entry: TraceEntry): void {
        if (!holds) {
            this.violation ??= `${rule}: ${JSON.stringify(entry, (key, value: unknown) => key === 'elements' ? undefined : value)}`;
        }
    }

    private checkVersions(site: SiteState, entry: TraceEntry): void {
        const { active, internet, contentVersion, consoleVersion } = site;
        const now = [contentVersion, consoleVersion, active?.contentVersion ?? 0, internet?.contentVersion ?? 0, active?.catalog.revision ?? 0];
        this.demand(now.every((version, i) => version >= (this.versions.get(site)?.[i] ?? 0)), 'versions never fall', entry);
        this.versions.set(site, now);
        if (site.parent && !site.isRoot) {
            this.demand(contentVersion <= site.parent.contentVersion, 'no site is ahead of its upstream', entry);
            this.demand((active?.contentVersion ?? 0) <= site.parent.contentVersion, 'no software update point is ahead of its upstream', entry);
            this.demand(consoleVersion <= site.parent.consoleVersion, 'no console is ahead of its parent\'s', entry);
        }
        this.demand((internet?.contentVersion ?? 0) <= contentVersion, 'no Internet-based software update point is ahead of the active one', entry);
    }

    /** A content version is no empty word: what belongs to it is there. */
    private checkCatalog(site: SiteState, entry: TraceEntry): void {
        const top = site.root ?? site;
        const revisions = this.revisions.get(top) ?? new Map<number, number>();
        this.revisions.set(top, revisions);
        if (site === top && !revisions.has(site.contentVersion)) {
            revisions.set(site.contentVersion, site.active?.catalog.revision ?? 0);
        }
        for (const point of [site.active, site.internet]) {
            this.demand(!point || point.catalog.revision >= (revisions.get(point.contentVersion) ?? 0), 'a software update point has what belongs to its content version', entry);
        }
    }

    /** A site runs one synchronization at a time, and what was asked for meanwhile right after it. */
    private checkRuns({ site: { code } }: SiteState, entry: TraceEntry): void {
        this.demand(entry.time === (this.owed.get(code) ?? entry.time), 'no request waits for nothing', entry);
        switch (entry.details.kind) {
            case 'sync-queued':
                this.owed.delete(code);
                if (this.running.has(code)) {
                    this.running.set(code, true);
                }
                break;
            case 'sync-started':
                this.demand(!this.running.has(code), 'a site synchronizes once at a time', entry);
                this.running.set(code, false);
                this.owed.delete(code);
                break;
            case 'sync-done':
            case 'sync-failed':
            case 'sync-lost':
                this.demand(this.running.has(code), 'only what was started ends', entry);
                if (this.running.get(code)) {
                    this.owed.set(code, entry.time);
                }
                this.running.delete(code);
                break;
            default:
        }
    }

    /** The clients at all software update points are those whose last scan succeeded. */
    private checkClients({ sites, groups }: World, entry: TraceEntry): void {
        const atPoints = sites.flatMap(({ active, internet }) => [active?.clients ?? 0, internet?.clients ?? 0]).reduce((a, b) => a + b, 0);
        const succeeded = groups.filter(({ result }) => result === 'succeeded').reduce((sum, { count }) => sum + count, 0);
        this.demand(atPoints === succeeded, 'every client is counted once', entry);
    }
}
