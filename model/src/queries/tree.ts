import type { Hierarchy, Site } from '../hierarchy.js';

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

/** The nearest site above that can have children: a central or primary site. */
export function nearestPrimaryAncestor(hierarchy: Hierarchy, site: Site): Site | undefined {
    return ancestorsOf(hierarchy, site).find(ancestor => ancestor.kind !== 'secondary');
}

/** The sites that have no parent and do not claim one: the tops of the hierarchy. */
export function rootsOf(hierarchy: Hierarchy): readonly Site[] {
    return hierarchy.sites.filter(site => site.parentCodes.length === 0 && site.kind !== 'secondary');
}

/**
 * The loop of `reports to` that a site is part of, from the site on, or undefined. A site that names itself is a loop of one.
 * Every site of a loop gives the same loop, turned.
 */
export function loopOf(hierarchy: Hierarchy, site: Site): readonly Site[] | undefined {
    return loops(hierarchy).get(site);
}

const loopsByHierarchy = new WeakMap<Hierarchy, ReadonlyMap<Site, readonly Site[]>>();

/** Walks every chain once, so that asking for each site takes linear time in all. */
function loops(hierarchy: Hierarchy): ReadonlyMap<Site, readonly Site[]> {
    const known = loopsByHierarchy.get(hierarchy);
    if (known) {
        return known;
    }
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
            const loop = [...chain.keys()].slice(chain.get(site));
            loop.forEach((member, i) => found.set(member, [...loop.slice(i), ...loop.slice(0, i)]));
        }
        for (const member of chain.keys()) {
            done.add(member);
        }
    }
    loopsByHierarchy.set(hierarchy, found);
    return found;
}

function nextUp(hierarchy: Hierarchy, site: Site): Site | undefined {
    return site.parentCodes.includes(site.code) ? site : parentOf(hierarchy, site);
}
