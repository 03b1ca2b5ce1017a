import type { Hierarchy, Site } from '../hierarchy.js';
import { perHierarchy } from './per-hierarchy.js';

/** The parent site, where the text names one that exists and is another site. */
export function parentOf(hierarchy: Hierarchy, site: Site): Site | undefined {
    for (const code of site.parentCodes) {
        const parent = hierarchy.sitesByCode.get(code)?.[0];
        if (parent && parent !== site && parent.code !== site.code) {
            return parent;
        }
    }
    return undefined;
}

export function childrenOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    return (hierarchy.childrenByCode.get(site.code) ?? []).filter(child => parentOf(hierarchy, child) === site);
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

/** The nearest site above that can have children: a central or primary site. */
export function nearestPrimaryAncestor(hierarchy: Hierarchy, site: Site): Site | undefined {
    const known = primaryAncestors(hierarchy);
    const passed = new Set([site]);
    let found = parentOf(hierarchy, site);
    while (found?.kind === 'secondary' && !known.has(found) && !passed.has(found)) {
        passed.add(found);
        found = parentOf(hierarchy, found);
    }
    const nearest = found?.kind === 'secondary' ? known.get(found) : found;
    passed.forEach(each => known.set(each, nearest));
    return nearest === site ? undefined : nearest;
}

/** What is known so far, so that long chains of secondary sites are walked once. */
const primaryAncestors = perHierarchy(() => new Map<Site, Site | undefined>());

/** The sites that have no parent and do not claim one: the tops of the hierarchy. */
export function rootsOf(hierarchy: Hierarchy): readonly Site[] {
    return hierarchy.sites.filter(site => site.parentCodes.length === 0 && site.kind !== 'secondary');
}

/** The central site: the top that says so; where several or none do, the top with the most sites below it. */
export const centralSiteOf: (hierarchy: Hierarchy) => Site | undefined = perHierarchy(hierarchy => {
    const tops = rootsOf(hierarchy).filter(site => site.kind !== undefined && site.code !== '');
    const declared = tops.filter(site => site.kind === 'central');
    const [first, ...others] = declared.length > 0 ? declared : tops;
    return others.length === 0 ? first : largest(hierarchy, [first!, ...others]);
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
    return loops(hierarchy).get(site);
}

/** Walks every chain once, so that asking for each site takes linear time in all. */
const loops = perHierarchy(hierarchy => {
    const found = new Map<Site, readonly Site[]>();
    const done = new Set<Site>();
    for (const start of hierarchy.sites) {
        const chain = new Map<Site, number>();
        let site: Site | undefined = start;
        while (site && !done.has(site) && !chain.has(site)) {
            chain.set(site, chain.size);
            site = nextUp(hierarchy, site);
        }
        if (site && chain.has(site)) {
            const loop = startingAtSmallest([...chain.keys()].slice(chain.get(site)));
            loop.forEach(member => found.set(member, loop));
        }
        for (const member of chain.keys()) {
            done.add(member);
        }
    }
    return found;
});

function startingAtSmallest(loop: readonly Site[]): readonly Site[] {
    const first = loop.reduce((best, site, i) => site.code < loop[best]!.code ? i : best, 0);
    return [...loop.slice(first), ...loop.slice(0, first)];
}

function nextUp(hierarchy: Hierarchy, site: Site): Site | undefined {
    return site.parentCodes.includes(site.code) ? site : parentOf(hierarchy, site);
}
