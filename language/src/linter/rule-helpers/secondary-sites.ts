import { childrenOf, type Hierarchy, loopOf, type Site } from '@sup/model';

/** The sites that report to a secondary site and are otherwise in a valid place: not in a loop with it, and without another parent. */
export function childrenOfSecondary(hierarchy: Hierarchy, site: Site): readonly Site[] {
    if (site.kind !== 'secondary' || hierarchy.sitesByCode.get(site.code)?.length !== 1) {
        return [];
    }
    const loop = loopOf(hierarchy, site);
    return childrenOf(hierarchy, site).filter(child => child.code !== '' && (child.kind === 'primary' || child.kind === 'secondary')
        && child.parentCodes.length === 1 && (!loop || loopOf(hierarchy, child) !== loop));
}

/**
 * Whether a site is declared as a secondary site and surely is one. If several sites report to it, the declaration is the likelier mistake, and what
 * else the site has in common with primary sites needs no finding of its own.
 */
export function isSurelySecondary(hierarchy: Hierarchy, site: Site): boolean {
    return site.kind === 'secondary' && childrenOfSecondary(hierarchy, site).length < 2;
}
