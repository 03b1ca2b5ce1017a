import { type Hierarchy, isUnknown, type Site } from '../hierarchy.js';
import { isOlderServicePack, type ServicePack } from '../values.js';
import { hierarchyCache } from './memoize-per-hierarchy.js';
import { childrenOf, isPrimarySite, loopOf } from './tree.js';

/** The service pack of a site of Configuration Manager 2007; undefined for an older product, and if the plan does not state it. */
export function servicePackOf({ release }: Site): ServicePack | undefined {
    return release?.product === 'ConfigMgr 2007' ? release.servicePack : undefined;
}

/** Whether the plan states that a site is one of SMS 2003. */
export function isSms2003({ release }: Site): boolean {
    return release?.product === 'SMS 2003';
}

/** Whether a site is one of SMS 2003, or may be one because its release is unknown. */
export function mayBeSms2003(site: Site): boolean {
    return isSms2003(site) || isUnknown(site, 'release');
}

/** Whether one site has an older service pack than another. Not if the plan does not state both. */
export function isOlderSite(a: Site, b: Site): boolean {
    const [first, second] = [servicePackOf(a), servicePackOf(b)];
    return first !== undefined && second !== undefined && isOlderServicePack(first, second);
}

/**
 * Creates a query for the children of a site that all disagree with it, if there are two or more of the kind that matters: then the site is the likelier
 * mistake, and one finding there stands for one at each child. Otherwise undefined.
 */
function disagreementWithAll(matters: (child: Site) => boolean, disagrees: (child: Site, parent: Site) => boolean): (hierarchy: Hierarchy, parent: Site) => readonly Site[] | undefined {
    const cache = hierarchyCache<Site, readonly Site[] | undefined>();
    return (hierarchy, parent) => {
        const [children, loop] = [childrenOf(hierarchy, parent), loopOf(hierarchy, parent)];
        const known = cache(hierarchy);
        if (!known.has(parent)) {
            const relevant = isPrimarySite(parent) ? children.filter(child => child.parentCodes.length === 1 && !loop?.includes(child) && matters(child)) : [];
            known.set(parent, relevant.length > 1 && relevant.every(child => disagrees(child, parent)) ? relevant : undefined);
        }
        return known.get(parent);
    };
}

const hasServicePack = (site: Site): boolean => servicePackOf(site) !== undefined;

/** The children of a site, if all have a newer service pack. */
export const childrenAllNewer = disagreementWithAll(hasServicePack, (child, parent) => isOlderSite(parent, child));

/** The children of a site, if all have an older service pack. */
export const childrenAllOlder = disagreementWithAll(hasServicePack, isOlderSite);

/** The children of a site of SMS 2003, if all with a release are sites of Configuration Manager 2007. */
export const childrenAllUpgraded = disagreementWithAll(({ release }) => release !== undefined, (child, parent) => isSms2003(parent) && hasServicePack(child));
