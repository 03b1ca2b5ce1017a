import { type Hierarchy, isTop, isUnknown, type Site, type SoftwareUpdatePoint } from '../hierarchy.js';
import type { SynchronizationSource } from '../values.js';
import { memoizePerHierarchy } from './memoize-per-hierarchy.js';
import { centralSiteOf, childrenOf, isPrimarySite, nearestAbove, parentOf, rootsOf, soundParentOf, topAbove } from './tree.js';
import { activeUpdatePointOf, activeUpdatePointsOf, mayHaveActiveUpdatePoint, serversOf } from './update-points.js';

/**
 * The software update point that a site's active one synchronizes from: the parent's active one. Undefined at the top, and
 * if the parent has none. Source: "Software Update Point Component Properties: Sync Settings Tab" (ConfigMgr 2007 library).
 */
export function upstreamOf(hierarchy: Hierarchy, site: Site): SoftwareUpdatePoint | undefined {
    const parent = parentOf(hierarchy, site);
    return parent && activeUpdatePointOf(parent);
}

/**
 * The names of the servers that the software update points below a site may synchronize from. If several are active there, the plan does
 * not determine which one counts, and each of them is accepted.
 */
export function possibleUpstreamNames(parent: Site): ReadonlySet<string> {
    return new Set(activeUpdatePointsOf(parent).flatMap(point => [point.host, ...serversOf(point)]).map(({ name }) => name));
}

/**
 * The sites that synchronize from Microsoft Update: from the top down, the first with an active software update point. A sound
 * hierarchy has one, and it is the central site. Source: "About Software Updates Synchronization" (ConfigMgr 2007 library).
 */
export function synchronizationRootsOf(hierarchy: Hierarchy): readonly Site[] {
    return synchronizationRoots(hierarchy);
}

const synchronizationRoots = memoizePerHierarchy(hierarchy => {
    const seen = new Set(rootsOf(hierarchy));
    for (const site of seen) {
        if (!activeUpdatePointOf(site)) {
            childrenOf(hierarchy, site).forEach(child => seen.add(child));
        }
    }
    return [...seen].filter(activeUpdatePointOf);
});

/**
 * Whether a site is one of {@link synchronizationRootsOf} in a valid position: a primary site that is the central site, or has a valid parent.
 * A site that only lacks its parent would not be a root in a sound hierarchy.
 */
export function isSynchronizationRoot(hierarchy: Hierarchy, site: Site): boolean {
    const isInPlace = site.parentCodes.length === 0 ? centralSiteOf(hierarchy) === site : soundParentOf(hierarchy, site) !== undefined;
    const isFirst = activeUpdatePointOf(site) !== undefined && nearestUpdatePointAbove(hierarchy, site) === undefined;
    return isPrimarySite(site) && isInPlace && isFirst && (isTop(site) || topAbove(hierarchy, site) !== undefined);
}

/**
 * The nearest ancestor with an active software update point. If it is not the parent, the sites in between are a gap in the chain, across
 * which nothing synchronizes.
 */
export const nearestUpdatePointAbove = nearestAbove(site => activeUpdatePointOf(site) !== undefined);

/**
 * The synchronization source of a site's software update point: the one in the plan, otherwise the one that the product derives. Undefined if
 * the plan states that it is unknown.
 */
export function sourceOf(hierarchy: Hierarchy, site: Site): SynchronizationSource | undefined {
    const settings = site.synchronizations[0];
    return settings?.source ?? (isUnknown(settings, 'source') ? undefined : derivedSourceOf(hierarchy, site));
}

/** The synchronization source that the product derives: Microsoft Update at the top, otherwise the parent site. */
export function derivedSourceOf(hierarchy: Hierarchy, site: Site): SynchronizationSource {
    const isTop = !parentOf(hierarchy, site) || isSynchronizationRoot(hierarchy, site);
    return { kind: isTop ? 'microsoft-update' : 'parent-site' };
}

/** The nearest ancestor that may have an active software update point, since the state of a role there is unknown. */
const nearestUnclearAbove = nearestAbove(mayHaveActiveUpdatePoint);

/** Sound hierarchies have fewer levels. */
const mostLevels = 32;

/**
 * The site at the top of synchronization above a site. Its schedule, products, classifications and summary languages apply to the site, which has none
 * of its own. Undefined if the site is the top itself, or has no valid place below one, or if a role above may be active; a secondary site is never
 * the top. Source: "Software Update Point Component Properties: Sync Settings Tab" (ConfigMgr 2007 library).
 */
export function synchronizationRootAbove(hierarchy: Hierarchy, site: Site): Site | undefined {
    const isInPlace = soundParentOf(hierarchy, site) !== undefined && topAbove(hierarchy, site) !== undefined;
    let root = isInPlace ? nearestUpdatePointAbove(hierarchy, site) : undefined;
    for (let level = 0; root; level++) {
        const above = nearestUpdatePointAbove(hierarchy, root);
        if (!above) {
            return isPrimarySite(root) && !nearestUnclearAbove(hierarchy, root) ? root : undefined;
        }
        root = level < mostLevels ? above : undefined;
    }
    return undefined;
}
