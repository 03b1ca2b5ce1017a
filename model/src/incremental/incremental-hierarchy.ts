import { assembleHierarchy, compareTexts, type Cluster, type Hierarchy, hostsOf, isTop, type Server, type Site } from '../hierarchy.js';
import { childrenOf, loopOf } from '../queries/tree.js';
import { toUpperCaseCode } from '../upper-case.js';
import { TrackedIndex } from './tracked-index.js';
import { DependencyTracker } from './dependency-tracker.js';

/**
 * A hierarchy that is kept while its sites come, go and change. It answers like one that is put together anew, and tells whoever has
 * looked at something that a change touches. A change walks through what reports to the changed sites and through loops that they are in;
 * through all below them only where somebody has looked far up a chain.
 */
export class IncrementalHierarchy implements Hierarchy {
    readonly dependencies = new DependencyTracker();
    /** What is remembered about the hierarchy holds until the next change. */
    revision: object = {};
    readonly sitesByCode: TrackedIndex<Site>;
    readonly sitesByAnyCase: TrackedIndex<Site>;
    readonly childrenByCode: TrackedIndex<Site>;
    readonly serversByName: TrackedIndex<Server | Cluster>;
    readonly hostsByAnyCase: TrackedIndex<Server | Cluster>;
    private readonly all = new Set<Site>();
    private readonly topSites: TrackedIndex<Site>;
    private sorted: readonly Site[] | undefined;
    private lastSnapshot: Hierarchy | undefined;

    /** `compare` orders sites that have the same code, as the files and the text do. */
    constructor(readonly name: string | undefined, compare: (a: Site, b: Site) => number) {
        this.bySite = (a, b) => compareTexts(a.code, b.code) || compare(a, b);
        const byHost = (a: Server | Cluster, b: Server | Cluster): number => this.bySite(a.site, b.site) || placeOf(a) - placeOf(b);
        const asItIs = (code: string): string => code;
        this.sitesByCode = new TrackedIndex(this.dependencies, 'site', toUpperCaseCode, this.bySite);
        this.sitesByAnyCase = new TrackedIndex(this.dependencies, 'site', asItIs, this.bySite);
        this.childrenByCode = new TrackedIndex(this.dependencies, 'below', asItIs, this.bySite);
        this.serversByName = new TrackedIndex(this.dependencies, 'host', toUpperCaseCode, byHost);
        this.hostsByAnyCase = new TrackedIndex(this.dependencies, 'host', asItIs, byHost);
        this.topSites = new TrackedIndex(this.dependencies, 'tops', () => '', this.bySite);
    }

    private readonly bySite: (a: Site, b: Site) => number;

    get sites(): readonly Site[] {
        this.dependencies.track('anything');
        this.sorted ??= [...this.all].sort(this.bySite);
        return this.sorted;
    }

    get tops(): readonly Site[] {
        return this.topSites.get('tops') ?? [];
    }

    /** The hierarchy as it is now, for whoever goes on with it while it changes. */
    snapshot(): Hierarchy {
        this.lastSnapshot ??= assembleHierarchy(this.name, this.sites);
        return this.lastSnapshot;
    }

    /** Takes sites out and others in. */
    replace(removed: readonly Site[], added: readonly Site[]): void {
        if (removed.length + added.length === 0) {
            return;
        }
        const changed = [...removed, ...added];
        const reassigned = this.codesReassigned(removed, added);
        this.touchAround(removed, reassigned);
        removed.forEach(site => this.take(site));
        this.revision = {};
        this.sorted = undefined;
        this.lastSnapshot = undefined;
        added.forEach(site => this.put(site));
        this.touchAround(added, reassigned);
        this.touch(changed);
    }

    /** Tells whoever has looked at sites by their codes, at their servers, or at what reports to their parents. */
    private touch(changed: readonly Site[]): void {
        for (const site of changed) {
            this.dependencies.invalidate('site', toUpperCaseCode(site.code));
            hostsOf(site).forEach(({ name }) => this.dependencies.invalidate('host', toUpperCaseCode(name)));
            site.parentCodes.forEach(code => this.dependencies.invalidate('below', code));
        }
        if (changed.some(isTop)) {
            this.dependencies.invalidate('tops');
        }
        this.dependencies.invalidate('anything');
    }

    /** The codes that mean another site than before, or one of several. Where a site is only written anew, what reports to it stays where it is. */
    private codesReassigned(removed: readonly Site[], added: readonly Site[]): ReadonlySet<string> {
        const reassigned = new Set([...removed, ...added].map(({ code }) => code));
        const successors = Map.groupBy(added, ({ code }) => code);
        for (const { code } of removed) {
            if (this.sitesByCode.get(code)?.length === 1 && successors.get(code)?.length === 1) {
                reassigned.delete(code);
            }
        }
        return reassigned;
    }

    private put(site: Site): void {
        this.all.add(site);
        this.inGroups(site, (group, key, item) => group.add(key, item));
    }

    private take(site: Site): void {
        this.all.delete(site);
        this.inGroups(site, (group, key, item) => group.remove(key, item));
    }

    /** Everything that a site is found by. */
    private inGroups(site: Site, visit: <T>(group: TrackedIndex<T>, key: string, item: T) => void): void {
        visit(this.sitesByCode, site.code, site);
        visit(this.sitesByAnyCase, toUpperCaseCode(site.code), site);
        new Set(site.parentCodes).forEach(code => visit(this.childrenByCode, code, site));
        for (const host of hostsOf(site)) {
            visit<Server | Cluster>(this.serversByName, host.name, host);
            visit<Server | Cluster>(this.hostsByAnyCase, toUpperCaseCode(host.name), host);
        }
        if (isTop(site)) {
            visit(this.topSites, 'tops', site);
        }
    }

    /**
     * Tells whoever has looked at what a change brings about elsewhere: children that get another parent, loops that open or close, chains up
     * which somebody has looked far. Is called before the change and after it, since each time it finds what is there then.
     */
    private touchAround(sites: readonly Site[], reassigned: ReadonlySet<string>): void {
        if (!this.dependencies.hasDependents) {
            return;
        }
        const children = [...reassigned].flatMap(code => this.childrenByCode.get(code) ?? []);
        children.forEach(({ parentCodes }) => parentCodes.forEach(code => this.dependencies.invalidate('below', code)));
        const meant = new Set([...sites, ...children]);
        meant.forEach(site => loopOf(this, site)?.forEach(({ code }) => this.dependencies.invalidate('loop', code)));
        if (this.dependencies.isTracked('above')) {
            for (const site of meant) {
                this.dependencies.invalidate('above', site.code);
                childrenOf(this, site).forEach(child => meant.add(child));
            }
        }
    }
}

/** Where a host stands in its site. */
function placeOf(host: Server | Cluster): number {
    return hostsOf(host.site).indexOf(host);
}
