import { isSynchronizationRoot, parentOf, type Hierarchy, type Site, updatePointsOf } from '@sup/model';
import { hasUnreadableState } from '../../analysis/unreadable.js';

/**
 * Whether rules may take a site for the top of synchronization. Where the state of a role at its parent cannot be read, the parent
 * may be meant to have an active software update point, and this site be one of many below.
 */
export function isSurelySynchronizationRoot(hierarchy: Hierarchy, site: Site): boolean {
    const parent = parentOf(hierarchy, site);
    return isSynchronizationRoot(hierarchy, site) && !(parent && updatePointsOf(parent).some(hasUnreadableState));
}
