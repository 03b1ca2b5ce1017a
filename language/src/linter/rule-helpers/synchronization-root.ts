import { isSynchronizationRoot, parentOf, type Hierarchy, type Site, updatePointsOf } from '@sup/model';
import { hasUnreadableState } from '../../analysis/unreadable.js';

/**
 * Whether a site is certainly the top of synchronization. If the state of a role at its parent cannot be read, the parent may be
 * meant to have an active software update point, and then the top is not this site.
 */
export function isSurelySynchronizationRoot(hierarchy: Hierarchy, site: Site): boolean {
    const parent = parentOf(hierarchy, site);
    return isSynchronizationRoot(hierarchy, site) && !(parent && updatePointsOf(parent).some(hasUnreadableState));
}
