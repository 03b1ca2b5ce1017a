import { type Hierarchy, isSynchronizationRoot, nearestAbove, type Site, updatePointsOf } from '@sup/model';
import { hasUnreadableState } from '../../analysis/unreadable.js';

/**
 * Whether a site is certainly the top of synchronization. If the state of a role above it is unknown or cannot be read, the site above may
 * have an active software update point, and then the top is not this site.
 */
export function isSurelySynchronizationRoot(hierarchy: Hierarchy, site: Site): boolean {
    return isSynchronizationRoot(hierarchy, site) && nearestUnclearAbove(hierarchy, site) === undefined;
}

const nearestUnclearAbove = nearestAbove(site => updatePointsOf(site).some(hasUnreadableState));
