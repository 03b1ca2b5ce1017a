import { type LangiumDocument, URI } from 'langium';
import { childrenOf, compareTexts, type Hierarchy, hostsOf, rootsOf, type Server, type Cluster, type Site } from '@sup/model';
import { locationOf, siteOfFinding, type SupServices } from '@sup/language';
import type { PlanTreeItem } from '@sup/protocol/server';
import { rolesOf } from './roles.js';

interface Problems {
    readonly errors: number;
    readonly warnings: number;
}

/** A hierarchy with the problems of its sites, both of one revision. */
interface Plan {
    readonly key: string;
    readonly first: LangiumDocument;
    readonly hierarchy: Hierarchy;
    /** The sites on the first level. */
    readonly tops: ReadonlySet<Site>;
    readonly branches: ReadonlyMap<Site, Problems>;
    readonly total: Problems;
}

const none: Problems = { errors: 0, warnings: 0 };
const separator = '\n';

/** The tree of hierarchies, sites and servers. Children are computed for the items that a client opens; problems are counted once for each revision. */
export class PlanTree {
    private readonly plans = new Map<string, { readonly inputs: readonly unknown[]; readonly plan: Plan }>();

    constructor(private readonly services: SupServices) {}

    /** The children of an item; undefined if it no longer exists. Without an item, the hierarchies. */
    children(item?: string): PlanTreeItem[] | undefined {
        const documents = this.documentsByPlan();
        if (item === undefined) {
            this.forgetAllBut(documents);
            const items = [...documents].map(([key, members]) => this.planOf(key, members)).filter(({ hierarchy }) => hierarchy.sites.length > 0).map(toHierarchyItem);
            return withFolders(items).sort((a, b) => compareTexts(a.label, b.label) || compareTexts(a.detail, b.detail));
        }
        const [key = '', code, occurrence = '0'] = item.split(separator);
        const members = documents.get(key);
        const plan = members && this.planOf(key, members);
        if (!plan) {
            return undefined;
        }
        if (code === undefined) {
            return byCode([...plan.tops]).map(site => toSiteItem(site, plan));
        }
        const site = plan.hierarchy.sitesByCode.get(code)?.[Number(occurrence)];
        return site && [...hostsOf(site).map(host => toHostItem(host, site, plan)), ...byCode(childrenIn(plan, site)).map(child => toSiteItem(child, plan))];
    }

    /** Deleted plans are not kept in memory. */
    private forgetAllBut(documents: ReadonlyMap<string, unknown>): void {
        [...this.plans.keys()].filter(key => !documents.has(key)).forEach(key => this.plans.delete(key));
    }

    private documentsByPlan(): ReadonlyMap<string, readonly LangiumDocument[]> {
        return Map.groupBy(this.services.shared.workspace.LangiumDocuments.all.toArray(), document => this.services.analysis.hierarchies.keyOf(document));
    }

    private planOf(key: string, members: readonly LangiumDocument[]): Plan {
        const hierarchy = this.services.analysis.hierarchies.of(members[0]!);
        const results = members.map(document => this.services.linter.rules.check(document));
        const inputs = [hierarchy, ...results];
        const known = this.plans.get(key);
        if (known && known.inputs.length === inputs.length && known.inputs.every((each, i) => each === inputs[i])) {
            return known.plan;
        }
        const own = new Map<Site, { errors: number; warnings: number }>();
        const total = { errors: 0, warnings: 0 };
        for (const finding of results.flatMap(({ findings }) => findings)) {
            const site = siteOfFinding(finding);
            const counts = [total, ...site ? [own.get(site) ?? own.set(site, { ...none }).get(site)!] : []];
            counts.forEach(count => {
                count.errors += finding.shownAs === 'error' ? 1 : 0;
                count.warnings += finding.shownAs === 'warning' ? 1 : 0;
            });
        }
        const [first] = [...members].sort((a, b) => compareTexts(a.uri.toString(), b.uri.toString()));
        const plan = { key, first: first!, hierarchy, tops: new Set(topsOf(hierarchy)), branches: branchProblems(hierarchy, own), total };
        this.plans.set(key, { inputs, plan });
        return plan;
    }
}

/** The problems of each site with those of all sites below it. A site in a loop has its own. */
function branchProblems(hierarchy: Hierarchy, own: ReadonlyMap<Site, Problems>): ReadonlyMap<Site, Problems> {
    const sums = new Map<Site, Problems>(own);
    const order: Site[] = [];
    const waiting = [...rootsOf(hierarchy)];
    for (let site = waiting.pop(); site; site = waiting.pop()) {
        order.push(site);
        waiting.push(...childrenOf(hierarchy, site));
    }
    for (const site of order.reverse()) {
        const parts = [own.get(site), ...childrenOf(hierarchy, site).map(child => sums.get(child))].filter(part => part !== undefined);
        if (parts.length > 0) {
            sums.set(site, { errors: parts.reduce((sum, { errors }) => sum + errors, 0), warnings: parts.reduce((sum, { warnings }) => sum + warnings, 0) });
        }
    }
    return sums;
}

/** The roots, and the sites that no root leads to: those in a loop, and below them. */
function topsOf(hierarchy: Hierarchy): readonly Site[] {
    const roots = rootsOf(hierarchy);
    const reached = new Set<Site>();
    const reach = (from: readonly Site[]): void => {
        const waiting = [...from];
        for (let site = waiting.pop(); site; site = waiting.pop()) {
            if (!reached.has(site)) {
                reached.add(site);
                waiting.push(...childrenOf(hierarchy, site));
            }
        }
    };
    reach(roots);
    return reached.size === hierarchy.sites.length ? roots : [...roots, ...hierarchy.sites.filter(site => !reached.has(site))];
}

/** The children of a site; sites of a loop are on the first level only, so that none occurs twice. */
function childrenIn({ hierarchy, tops }: Plan, site: Site): readonly Site[] {
    return childrenOf(hierarchy, site).filter(child => !tops.has(child));
}

function byCode(sites: readonly Site[]): readonly Site[] {
    return [...sites].sort((a, b) => compareTexts(a.code, b.code));
}

function toHierarchyItem({ key, first, hierarchy, total }: Plan): PlanTreeItem {
    const start = { line: 0, character: 0 };
    const label = hierarchy.name ?? first.uri.path.split('/').at(-1)!;
    return { id: key, kind: 'hierarchy', label, detail: '', ...total, hasChildren: true, location: { uri: first.uri.toString(), range: { start, end: start } } };
}

/** Hierarchies of the same name, each with the last folders of its path that tell it from the others. */
function withFolders(items: readonly PlanTreeItem[]): PlanTreeItem[] {
    return [...Map.groupBy(items, ({ label }) => label).values()].flatMap(alike => {
        const folders = alike.map(({ location }) => URI.parse(location.uri).path.split('/').slice(1, -1));
        const lastOf = (count: number): string[] => folders.map(names => names.slice(-count).join('/'));
        const longest = Math.max(...folders.map(names => names.length));
        let count = 1;
        while (count < longest && new Set(lastOf(count)).size < alike.length) {
            count++;
        }
        return alike.length === 1 ? alike : alike.map((item, i) => ({ ...item, detail: lastOf(count)[i]! }));
    });
}

function toSiteItem(site: Site, plan: Plan): PlanTreeItem {
    const { key, hierarchy, branches } = plan;
    const occurrence = hierarchy.sitesByCode.get(site.code)!.indexOf(site);
    return {
        id: [key, site.code, ...occurrence > 0 ? [String(occurrence)] : []].join(separator), kind: site.kind ?? 'site', label: site.code === '' ? '?' : site.code, detail: site.title ?? '',
        ...branches.get(site) ?? none, hasChildren: hostsOf(site).length > 0 || childrenIn(plan, site).length > 0, location: locationOf(site), site: site.code
    };
}

function toHostItem(host: Server | Cluster, site: Site, { key }: Plan): PlanTreeItem {
    return { id: [key, site.code, 'host', host.name].join(separator), kind: host.element, label: host.name, detail: rolesOf(host).join(', '), ...none, hasChildren: false, location: locationOf(host), site: site.code };
}
