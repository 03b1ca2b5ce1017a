import type { Hierarchy, Site } from '../hierarchy.js';
import { hierarchyCache } from './memoize-per-hierarchy.js';
import { mayBeSms2003 } from './releases-of-sites.js';
import { nearestUpdatePointAbove } from './synchronization.js';
import { centralSiteOf, childrenOf, isPrimarySite, loopOf, soundParentOf } from './tree.js';
import { activeUpdatePointOf, updatePointsOf } from './update-points.js';

/**
 * The sites below a site without a software update point that are the tops of synchronization: the first with an active one on each way down. Secondary
 * sites are none, since they have no source but their parent. Source: "About Software Updates Synchronization" (ConfigMgr 2007 library).
 */
export function synchronizationRootsBelow(hierarchy: Hierarchy, site: Site): readonly Site[] {
    const passed = new Set([site]);
    const roots: Site[] = [];
    for (const each of passed) {
        for (const child of childrenOf(hierarchy, each).filter(isPrimarySite).filter(child => soundParentOf(hierarchy, child) === each)) {
            if (activeUpdatePointOf(child)) {
                roots.push(child);
            } else {
                passed.add(child);
            }
        }
    }
    return roots;
}

/** Whether a site is the central site, but no top of synchronization, since it has no software update point role at all. */
export function isCentralWithoutPoint(hierarchy: Hierarchy, site: Site): boolean {
    return site.parentCodes.length === 0 && isPrimarySite(site) && updatePointsOf(site).length === 0 && centralSiteOf(hierarchy) === site;
}

/** Whether a central site without a software update point leaves other sites as the tops of synchronization. */
export function isTopMissing(hierarchy: Hierarchy, site: Site): boolean {
    return isCentralWithoutPoint(hierarchy, site) && synchronizationRootsBelow(hierarchy, site).length > 0;
}

/**
 * The children of a site without an active software update point whose own ones therefore have no source: secondary sites, and primary sites if a site
 * further up has one. Source: "Software Update Point Component Properties: Sync Settings Tab" (ConfigMgr 2007 library).
 */
export function childrenBelowGap(hierarchy: Hierarchy, parent: Site): readonly Site[] {
    if (!isPrimarySite(parent) || mayBeSms2003(parent) || activeUpdatePointOf(parent)) {
        return [];
    }
    const [children, loop, above] = [childrenOf(hierarchy, parent), loopOf(hierarchy, parent), nearestUpdatePointAbove(hierarchy, parent)];
    const known = gaps(hierarchy);
    if (!known.has(parent)) {
        known.set(parent, children.filter(child => child.parentCodes.length === 1 && !loop?.includes(child) && !mayBeSms2003(child) && activeUpdatePointOf(child) !== undefined
            && (child.kind === 'secondary' || (child.kind === 'primary' && above !== undefined))));
    }
    return known.get(parent)!;
}

/** Cached, since each of thousands of children requests it. */
const gaps = hierarchyCache<Site, readonly Site[]>();
