import { type Hierarchy, isTop, type Site } from '../hierarchy.js';
import { hierarchyCache, memoizeUntracked } from './memoize-per-hierarchy.js';

/**
 * Up to this many ancestors, or named parents, each is tracked as a dependency of its own. Sound hierarchies have fewer; beyond this number,
 * all ancestors are tracked as one fact.
 */
const maxTracked = 32;

/** The parent site, if `reports to` names another site that exists. */
export function parentOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    if (site.parentCodes.length <= maxTracked) {
        return firstParentOf(hierarchy, site);
    }
    hierarchy.dependencies?.track('above', site.code);
    return getOrCompute(parents(hierarchy), site, () => untracked(hierarchy, () => firstParentOf(hierarchy, site)));
}

/** Cached, since a site may name thousands of parents, and each of them requests its children. */
const parents = hierarchyCache<Site, Site | undefined>();

function firstParentOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    for (const code of site.parentCodes) {
        const parent = code === site.code ? undefined : hierarchy.sitesByCode.get(code)?.[0];
        if (parent) {
            return parent;
        }
    }
    return undefined;
}

/** The child sites of a site. If several sites have the same code, the first one is the parent. */
export function childrenOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    hierarchy.dependencies?.track('below', site.code);
    const byParent = getOrCompute(children(hierarchy), site.code,
        () => untracked(hierarchy, () => Map.groupBy(hierarchy.childrenByCode.get(site.code) ?? [], child => parentOf(hierarchy, child))));
    return byParent.get(site) ?? [];
}

/** Cached by code, since thousands of sites may have the same one. */
const children = hierarchyCache<string, ReadonlyMap<Site | undefined, readonly Site[]>>();

function getOrCompute<Key, T>(cache: Map<Key, T>, key: Key, compute: () => T): T {
    if (!cache.has(key)) {
        cache.set(key, compute());
    }
    return cache.get(key)!;
}

/** Runs a query untracked; the caller has tracked a fact that covers what it reads. */
function untracked<T>(hierarchy: Hierarchy, compute: () => T): T {
    return hierarchy.dependencies ? hierarchy.dependencies.untracked(compute) : compute();
}

/** The ancestors from the parent up to the top; stops before a loop would repeat a site. */
export function ancestorsOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const seen = new Set([site]);
    for (let parent = parentOf(hierarchy, site); parent && !seen.has(parent); parent = parentOf(hierarchy, parent)) {
        seen.add(parent);
    }
    return [...seen].slice(1);
}

/** Whether the plan states that a site is a central or primary site. A site without a kind may become either. */
export function isPrimarySite(site: Site): boolean {
    return site.kind === 'central' || site.kind === 'primary';
}

/**
 * The parent of a site with a valid place in the tree: it names one parent, which is a central or primary site, and is in no loop. Otherwise
 * undefined, as at the top: a rule about the tree reports the fault, and its consequences need no findings of their own.
 */
export function soundParentOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    const parent = site.parentCodes.length === 1 ? parentOf(hierarchy, site) : undefined;
    return parent && isPrimarySite(parent) && !loopOf(hierarchy, site) ? parent : undefined;
}

/** Creates a query for the nearest ancestor that satisfies a predicate. Terminates in loops. */
export function nearestAbove(predicate: (site: Site) => boolean): (hierarchy: Hierarchy, site: Site) => Site | undefined {
    const farAbove = nearestAboveInLongChain(predicate);
    return (hierarchy, site) => {
        const passed = new Set([site]);
        let at = parentOf(hierarchy, site);
        while (at && !predicate(at) && !passed.has(at)) {
            passed.add(at);
            if (passed.size > maxTracked) {
                return farAbove(hierarchy, site);
            }
            at = parentOf(hierarchy, at);
        }
        return at && at !== site && predicate(at) ? at : undefined;
    };
}

/** Like {@link nearestAbove}, for chains of any length. Caches the answer of every site on a chain, so that each chain is visited once. */
function nearestAboveInLongChain(predicate: (site: Site) => boolean): (hierarchy: Hierarchy, site: Site) => Site | undefined {
    const answers = hierarchyCache<Site, Site | undefined>();
    return (hierarchy, site) => {
        hierarchy.dependencies?.track('above', site.code);
        return untracked(hierarchy, () => {
            const known = answers(hierarchy);
            const passed = new Set([site]);
            let found = parentOf(hierarchy, site);
            while (found && !predicate(found) && !known.has(found) && !passed.has(found)) {
                passed.add(found);
                found = parentOf(hierarchy, found);
            }
            const nearest = found && !predicate(found) ? known.get(found) : found;
            passed.forEach(each => known.set(each, nearest));
            return nearest === site ? undefined : nearest;
        });
    };
}

/** The nearest ancestor that can have children: a central or primary site. */
export const nearestPrimaryAncestor = nearestAbove(site => site.kind !== 'secondary');

/** The top of the tree above a site; undefined for a top itself, in a loop, and below an unknown parent. */
export const topAbove = nearestAbove(isTop);

/** The tops of the hierarchy: sites that name no parent and need none. */
export function rootsOf(hierarchy: Hierarchy): readonly Site[] {
    return hierarchy.tops;
}

/**
 * The reason why one of several tops counts as the central site: it synchronizes from Microsoft Update, it is declared as central, it has the most
 * descendants, or its code comes first.
 */
export type CentralSiteReason = 'source' | 'declared' | 'size' | 'code';

/** The central site of a hierarchy, if it has a top. */
export function centralSiteOf(hierarchy: Hierarchy): Site | undefined {
    return trackedCentralSite(hierarchy).site;
}

/** Why the central site is this one of several tops; undefined if it is the only one. */
export function centralSiteReasonOf(hierarchy: Hierarchy): CentralSiteReason | undefined {
    return trackedCentralSite(hierarchy).reason;
}

interface CentralSite {
    readonly site: Site | undefined;
    readonly reason: CentralSiteReason | undefined;
}

function trackedCentralSite(hierarchy: Hierarchy): CentralSite {
    const found = centralSites(hierarchy);
    const isMeasured = found.reason === 'size' || found.reason === 'code';
    hierarchy.dependencies?.track(isMeasured ? 'anything' : 'tops');
    return found;
}

const centralSites = memoizeUntracked((hierarchy): CentralSite => {
    let candidates: readonly Site[] = rootsOf(hierarchy).filter(site => site.kind !== undefined && site.code !== '');
    const criteria: readonly (readonly [CentralSiteReason, (sites: readonly Site[]) => readonly Site[]])[] = [
        ['source', sites => sites.filter(site => site.synchronizations[0]?.source?.kind === 'microsoft-update')],
        ['declared', sites => sites.filter(({ kind }) => kind === 'central')],
        ['size', sites => largest(hierarchy, sites)],
        ['code', sites => sites.slice(0, 1)]
    ];
    let decided: CentralSiteReason | undefined;
    for (const [reason, narrow] of criteria) {
        const narrowed = candidates.length > 1 ? narrow(candidates) : [];
        if (narrowed.length > 0 && narrowed.length < candidates.length) {
            [candidates, decided] = [narrowed, reason];
        }
    }
    return { site: candidates[0], reason: decided };
});

/** The sites with the most descendants. */
function largest(hierarchy: Hierarchy, sites: readonly Site[]): readonly Site[] {
    const sizes = sites.map(site => subtreeOf(hierarchy, site).length);
    const most = sizes.reduce((best, size) => Math.max(best, size), 0);
    return sites.filter((_, i) => sizes[i] === most);
}

/** A site and all its descendants. */
export function subtreeOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const found = new Set([site]);
    for (const each of found) {
        childrenOf(hierarchy, each).forEach(child => found.add(child));
    }
    return [...found];
}

/**
 * The loop of `reports to` that a site is part of, upwards from the member with the smallest code, or undefined. A site that
 * names itself is a loop of one. Every member of a loop gives the same list.
 */
export function loopOf(hierarchy: Hierarchy, site: Site): readonly Site[] | undefined {
    hierarchy.dependencies?.track('loop', site.code);
    const known = loops(hierarchy);
    return known.has(site) ? known.get(site) : untracked(hierarchy, () => {
        const chain = new Map<Site, number>();
        let at: Site | undefined = site;
        while (at && !known.has(at) && !chain.has(at)) {
            chain.set(at, chain.size);
            at = nextUp(hierarchy, at);
        }
        const loop = at && chain.has(at) ? startingAtSmallest([...chain.keys()].slice(chain.get(at))) : undefined;
        chain.forEach((_, member) => known.set(member, undefined));
        loop?.forEach(member => known.set(member, loop));
        return known.get(site);
    });
}

/** Each chain is visited once, so the loops of all sites together take linear time. */
const loops = hierarchyCache<Site, readonly Site[] | undefined>();

function startingAtSmallest(loop: readonly Site[]): readonly Site[] {
    const first = loop.reduce((best, site, i) => site.code < loop[best]!.code ? i : best, 0);
    return [...loop.slice(first), ...loop.slice(0, first)];
}

function nextUp(hierarchy: Hierarchy, site: Site): Site | undefined {
    return site.parentCodes.includes(site.code) ? site : parentOf(hierarchy, site);
}
