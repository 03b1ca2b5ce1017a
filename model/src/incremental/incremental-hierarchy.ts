import { assembleHierarchy, compareTexts, type Cluster, type Hierarchy, hostsOf, isTop, type Server, type Site } from '../hierarchy.js';
import { countedClientsOf } from '../queries/load.js';
import { childrenOf, loopOf } from '../queries/tree.js';
import { toUpperCaseCode } from '../upper-case.js';
import { TrackedIndex } from './tracked-index.js';
import { DependencyTracker } from './dependency-tracker.js';

/**
 * A hierarchy that is updated when sites are added, removed or changed. It answers every query like one assembled from scratch, and notifies
 * the dependents of a change. A change visits the children of the changed sites and the loops they are in; it visits all their descendants
 * only if a computation has read a long chain of ancestors.
 */
export class IncrementalHierarchy implements Hierarchy {
    readonly dependencies = new DependencyTracker();
    /** A new object after each change; caches of query results use it as their key. */
    revision: object = {};
    readonly sitesByCode: TrackedIndex<Site>;
    readonly sitesByUpperCaseCode: TrackedIndex<Site>;
    readonly childrenByCode: TrackedIndex<Site>;
    readonly serversByName: TrackedIndex<Server | Cluster>;
    readonly hostsByUpperCaseName: TrackedIndex<Server | Cluster>;
    private readonly all = new Set<Site>();
    private readonly topSites: TrackedIndex<Site>;
    private sorted: readonly Site[] | undefined;
    private lastSnapshot: Hierarchy | undefined;

    /** `compare` orders sites with the same code by their places in the files. */
    constructor(readonly name: string | undefined, compare: (a: Site, b: Site) => number) {
        this.bySite = (a, b) => compareTexts(a.code, b.code) || compare(a, b);
        const byHost = (a: Server | Cluster, b: Server | Cluster): number => this.bySite(a.site, b.site) || positionOf(a) - positionOf(b);
        const asWritten = (code: string): string => code;
        this.sitesByCode = new TrackedIndex(this.dependencies, 'site', toUpperCaseCode, this.bySite);
        this.sitesByUpperCaseCode = new TrackedIndex(this.dependencies, 'site', asWritten, this.bySite);
        this.childrenByCode = new TrackedIndex(this.dependencies, 'below', asWritten, this.bySite);
        this.serversByName = new TrackedIndex(this.dependencies, 'host', toUpperCaseCode, byHost);
        this.hostsByUpperCaseName = new TrackedIndex(this.dependencies, 'host', asWritten, byHost);
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

    /** An immutable copy of the present hierarchy, for work that continues while the hierarchy changes. */
    snapshot(): Hierarchy {
        this.lastSnapshot ??= assembleHierarchy(this.name, this.sites);
        return this.lastSnapshot;
    }

    /** Removes sites and adds others. */
    replace(removed: readonly Site[], added: readonly Site[]): void {
        if (removed.length + added.length === 0) {
            return;
        }
        const changed = [...removed, ...added];
        const reassigned = this.codesReassigned(removed, added);
        this.invalidateAround(removed, reassigned);
        removed.forEach(site => this.remove(site));
        this.revision = {};
        this.sorted = undefined;
        this.lastSnapshot = undefined;
        added.forEach(site => this.add(site));
        this.invalidateAround(added, reassigned);
        this.invalidateDirect(changed);
        if (countedClientsOf(removed) !== countedClientsOf(added)) {
            this.dependencies.invalidate('clients');
        }
    }

    /** Invalidates the facts that the changed sites state themselves: their codes, their servers, and the children of their parents. */
    private invalidateDirect(changed: readonly Site[]): void {
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

    /** The codes that refer to another site than before. If a site is only replaced by a new version of itself, its children keep their parent. */
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

    private add(site: Site): void {
        this.all.add(site);
        this.visitIndexes(site, (index, key, item) => index.add(key, item));
    }

    private remove(site: Site): void {
        this.all.delete(site);
        this.visitIndexes(site, (index, key, item) => index.remove(key, item));
    }

    /** Visits all indexes that contain a site. */
    private visitIndexes(site: Site, visit: <T>(index: TrackedIndex<T>, key: string, item: T) => void): void {
        visit(this.sitesByCode, site.code, site);
        visit(this.sitesByUpperCaseCode, toUpperCaseCode(site.code), site);
        new Set(site.parentCodes).forEach(code => visit(this.childrenByCode, code, site));
        for (const host of hostsOf(site)) {
            visit<Server | Cluster>(this.serversByName, host.name, host);
            visit<Server | Cluster>(this.hostsByUpperCaseName, toUpperCaseCode(host.name), host);
        }
        if (isTop(site)) {
            visit(this.topSites, 'tops', site);
        }
    }

    /**
     * Invalidates facts of other sites: children that get another parent, loops that open or close, and long chains of ancestors. Called both
     * before and after a change, since it visits the hierarchy as it is at that time.
     */
    private invalidateAround(sites: readonly Site[], reassigned: ReadonlySet<string>): void {
        if (!this.dependencies.hasDependents) {
            return;
        }
        const children = [...reassigned].flatMap(code => this.childrenByCode.get(code) ?? []);
        children.forEach(({ parentCodes }) => parentCodes.forEach(code => this.dependencies.invalidate('below', code)));
        const affected = new Set([...sites, ...children]);
        affected.forEach(site => loopOf(this, site)?.forEach(({ code }) => this.dependencies.invalidate('loop', code)));
        if (this.dependencies.isTracked('above')) {
            for (const site of affected) {
                this.dependencies.invalidate('above', site.code);
                childrenOf(this, site).forEach(child => affected.add(child));
            }
        }
    }
}

/** The index of a host in its site. */
function positionOf(host: Server | Cluster): number {
    return hostsOf(host.site).indexOf(host);
}
