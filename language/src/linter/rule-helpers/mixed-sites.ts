import { childrenOf, type Hierarchy, isPrimarySite, type Site } from '@sup/model';

/** The primary sites in native mode that report to a site in mixed mode, and to no other site. */
export function nativeChildrenOf(hierarchy: Hierarchy, site: Site): readonly Site[] {
    return isPrimarySite(site) && site.mode === 'mixed'
        ? childrenOf(hierarchy, site).filter(child => child.code !== '' && child.kind === 'primary' && child.mode === 'native' && child.parentCodes.length === 1)
        : [];
}

/** Whether a site is planned in mixed mode and surely is. If several of its child sites are in native mode, its own mode is the likelier mistake. */
export function isSurelyMixed(hierarchy: Hierarchy, site: Site): boolean {
    return isPrimarySite(site) && site.mode === 'mixed' && nativeChildrenOf(hierarchy, site).length < 2;
}
