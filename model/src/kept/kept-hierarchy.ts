import { assembleHierarchy, compareTexts, type Cluster, type Hierarchy, hostsOf, isTop, type Server, type Site } from '../hierarchy.js';
import { childrenOf, parentOf } from '../queries/tree.js';
import { toUpperCaseCode } from '../upper-case.js';
import { Groups } from './groups.js';
import { Watch } from './watch.js';

/**
 * A hierarchy that is kept while its sites come, go and change. It answers like one that is put together anew, and tells whoever has
 * looked at something that a change touches: a site's own code, the chain above it, the tree below it. No change walks through more
 * than that.
 */
export class KeptHierarchy implements Hierarchy {
    readonly watch = new Watch();
    /** What is remembered about the hierarchy holds until the next change. */
    revision: object = {};
    readonly sitesByCode: Groups<Site>;
    readonly sitesByAnyCase: Groups<Site>;
    readonly childrenByCode: Groups<Site>;
    readonly serversByName: Groups<Server | Cluster>;
    readonly hostsByAnyCase: Groups<Server | Cluster>;
    private readonly all = new Set<Site>();
    private readonly topSites: Groups<Site>;
    private sorted: readonly Site[] | undefined;
    private taken: Hierarchy | undefined;

    /** `compare` orders sites that have the same code, as the files and the text do. */
    constructor(readonly name: string | undefined, compare: (a: Site, b: Site) => number) {
        this.bySite = (a, b) => compareTexts(a.code, b.code) || compare(a, b);
        const byHost = (a: Server | Cluster, b: Server | Cluster): number => this.bySite(a.site, b.site) || placeOf(a) - placeOf(b);
        const siteFact = (code: string): string => `site ${toUpperCaseCode(code)}`;
        const hostFact = (name: string): string => `host ${toUpperCaseCode(name)}`;
        this.sitesByCode = new Groups(this.watch, siteFact, this.bySite);
        this.sitesByAnyCase = new Groups(this.watch, siteFact, this.bySite);
        this.childrenByCode = new Groups(this.watch, code => `below ${code}`, this.bySite);
        this.serversByName = new Groups(this.watch, hostFact, byHost);
        this.hostsByAnyCase = new Groups(this.watch, hostFact, byHost);
        this.topSites = new Groups(this.watch, () => 'tops', this.bySite);
    }

    private readonly bySite: (a: Site, b: Site) => number;

    get sites(): readonly Site[] {
        this.watch.saw('anything');
        this.sorted ??= [...this.all].sort(this.bySite);
        return this.sorted;
    }

    get tops(): readonly Site[] {
        return this.topSites.get('tops') ?? [];
    }

    /** The hierarchy as it is now, for whoever goes on with it while it changes. */
    snapshot(): Hierarchy {
        this.taken ??= assembleHierarchy(this.name, this.sites);
        return this.taken;
    }

    /** Takes sites out and others in. */
    replace(removed: readonly Site[], added: readonly Site[]): void {
        if (removed.length + added.length === 0) {
            return;
        }
        const changed = [...removed, ...added];
        this.touchAround(removed, changed);
        removed.forEach(site => this.take(site));
        this.revision = {};
        this.sorted = undefined;
        this.taken = undefined;
        added.forEach(site => this.put(site));
        this.touchAround(added, changed);
        this.touch(changed);
    }

    /** Tells whoever has looked at sites by their codes, at their servers, or at what reports to their parents. */
    private touch(changed: readonly Site[]): void {
        for (const site of changed) {
            this.watch.touch(`site ${toUpperCaseCode(site.code)}`);
            hostsOf(site).forEach(({ name }) => this.watch.touch(`host ${toUpperCaseCode(name)}`));
            site.parentCodes.forEach(code => this.watch.touch(`below ${code}`));
        }
        if (changed.some(isTop)) {
            this.watch.touch('tops');
        }
        this.watch.touch('anything');
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
    private inGroups(site: Site, visit: <T>(group: Groups<T>, key: string, item: T) => void): void {
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

    /** What stands above and below sites of the present, and above and below those that name one that changes as their parent. */
    private touchAround(sites: readonly Site[], changed: readonly Site[]): void {
        if (!this.watch.isFollowed) {
            return;
        }
        const codes = new Set(changed.map(({ code }) => code));
        const meant = new Set([...sites, ...[...codes].flatMap(code => this.childrenByCode.get(code) ?? [])]);
        const below = new Set(meant);
        for (const site of below) {
            this.watch.touch(`above ${site.code}`);
            childrenOf(this, site).forEach(child => below.add(child));
        }
        const above = new Set<Site>();
        for (const start of meant) {
            for (let site: Site | undefined = start; site && !above.has(site); site = parentOf(this, site)) {
                above.add(site);
                this.watch.touch(`below ${site.code}`);
            }
        }
    }
}

/** Where a host stands in its site. */
function placeOf(host: Server | Cluster): number {
    return hostsOf(host.site).indexOf(host);
}
