import { type Hierarchy, isTop, type Site } from '../hierarchy.js';
import { hierarchyCache, memoizeUntracked } from './memoize-per-hierarchy.js';

/** Sites above one, or parents that it names, up to which each is noted by itself. No hierarchy has as many; who goes further notes all that is above at once. */
const near = 32;

/** The parent site, where the text names one that exists and is another site. */
export function parentOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    if (site.parentCodes.length <= near) {
        return firstParentOf(hierarchy, site);
    }
    hierarchy.dependencies?.track('above', site.code);
    return recall(parents(hierarchy), site, () => aside(hierarchy, () => firstParentOf(hierarchy, site)));
}

/** A site may name thousands of parents, and is asked for its own by each of them. */
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

/** The sites whose parent a site is, by code. Of several sites with one code, the first is taken for the parent. */
export function childrenOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    hierarchy.dependencies?.track('below', site.code);
    const byParent = recall(children(hierarchy), site.code,
        () => aside(hierarchy, () => Map.groupBy(hierarchy.childrenByCode.get(site.code) ?? [], child => parentOf(hierarchy, child))));
    return byParent.get(site) ?? [];
}

/** By code first: thousands of sites may have one. */
const children = hierarchyCache<string, ReadonlyMap<Site | undefined, readonly Site[]>>();

function recall<Key, T>(known: Map<Key, T>, key: Key, answer: () => T): T {
    if (!known.has(key)) {
        known.set(key, answer());
    }
    return known.get(key)!;
}

/** For a question that has said itself what it looks at, and more shortly. */
function aside<T>(hierarchy: Hierarchy, look: () => T): T {
    return hierarchy.dependencies ? hierarchy.dependencies.untracked(look) : look();
}

/** The parent, its parent and so on up to the top; ends where a loop would begin. */
export function ancestorsOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const seen = new Set([site]);
    for (let parent = parentOf(hierarchy, site); parent && !seen.has(parent); parent = parentOf(hierarchy, parent)) {
        seen.add(parent);
    }
    return [...seen].slice(1);
}

/** Whether a site is said to be a central or primary one: what has no kind yet may turn out to be either. */
export function isPrimarySite(site: Site): boolean {
    return site.kind === 'central' || site.kind === 'primary';
}

/**
 * The parent of a site that hangs in the tree as it should: it names one parent, a central or primary site, and is in no loop. Else
 * undefined, as at the top; where a rule about the tree speaks, what follows from the fault is not worth a finding of its own.
 */
export function soundParentOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    const parent = site.parentCodes.length === 1 ? parentOf(hierarchy, site) : undefined;
    return parent && isPrimarySite(parent) && !loopOf(hierarchy, site) ? parent : undefined;
}

/** Makes the question for the nearest site above that is of some kind. Loops end. */
export function nearestAbove(isSuch: (site: Site) => boolean): (hierarchy: Hierarchy, site: Site) => Site | undefined {
    const farAbove = nearestFarAbove(isSuch);
    return (hierarchy, site) => {
        const passed = new Set([site]);
        let at = parentOf(hierarchy, site);
        while (at && !isSuch(at) && !passed.has(at)) {
            passed.add(at);
            if (passed.size > near) {
                return farAbove(hierarchy, site);
            }
            at = parentOf(hierarchy, at);
        }
        return at && at !== site && isSuch(at) ? at : undefined;
    };
}

/** The same for chains of any length: each is walked once. */
function nearestFarAbove(isSuch: (site: Site) => boolean): (hierarchy: Hierarchy, site: Site) => Site | undefined {
    const answers = hierarchyCache<Site, Site | undefined>();
    return (hierarchy, site) => {
        hierarchy.dependencies?.track('above', site.code);
        return aside(hierarchy, () => {
            const known = answers(hierarchy);
            const passed = new Set([site]);
            let found = parentOf(hierarchy, site);
            while (found && !isSuch(found) && !known.has(found) && !passed.has(found)) {
                passed.add(found);
                found = parentOf(hierarchy, found);
            }
            const nearest = found && !isSuch(found) ? known.get(found) : found;
            passed.forEach(each => known.set(each, nearest));
            return nearest === site ? undefined : nearest;
        });
    };
}

/** The nearest site above that can have children: a central or primary site. */
export const nearestPrimaryAncestor = nearestAbove(site => site.kind !== 'secondary');

/** The nearest site above that has no parent and needs none; undefined for such a site itself, in a loop, and below an unknown parent. */
export const topAbove = nearestAbove(isTop);

/** The sites that have no parent and do not claim one: the tops of the hierarchy. */
export function rootsOf(hierarchy: Hierarchy): readonly Site[] {
    return hierarchy.tops;
}

/** The central site: the top that says so; where several or none do, the top with the most sites below it. */
export function centralSiteOf(hierarchy: Hierarchy): Site | undefined {
    const { site, isMeasured } = centralSites(hierarchy);
    hierarchy.dependencies?.track(isMeasured ? 'anything' : 'tops');
    return site;
}

const centralSites = memoizeUntracked((hierarchy): { readonly site: Site | undefined; readonly isMeasured: boolean } => {
    const tops = rootsOf(hierarchy).filter(site => site.kind !== undefined && site.code !== '');
    const declared = tops.filter(site => site.kind === 'central');
    const candidates = declared.length > 0 ? declared : tops;
    return candidates.length < 2 ? { site: candidates[0], isMeasured: false } : { site: largest(hierarchy, candidates), isMeasured: true };
});

/** The site with the most sites below it; of several the first. */
function largest(hierarchy: Hierarchy, sites: readonly Site[]): Site | undefined {
    const sizes = new Map(sites.map(site => [site, subtreeOf(hierarchy, site).length]));
    return sites.reduce((best, site) => sizes.get(site)! > sizes.get(best)! ? site : best);
}

/** A site and every site below it. */
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
    return known.has(site) ? known.get(site) : aside(hierarchy, () => {
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

/** Every chain is walked once, so that asking for each site takes linear time in all. */
const loops = hierarchyCache<Site, readonly Site[] | undefined>();

function startingAtSmallest(loop: readonly Site[]): readonly Site[] {
    const first = loop.reduce((best, site, i) => site.code < loop[best]!.code ? i : best, 0);
    return [...loop.slice(first), ...loop.slice(0, first)];
}

function nextUp(hierarchy: Hierarchy, site: Site): Site | undefined {
    return site.parentCodes.includes(site.code) ? site : parentOf(hierarchy, site);
}
