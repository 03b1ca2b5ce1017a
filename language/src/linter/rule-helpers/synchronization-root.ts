import { type Hierarchy, isSynchronizationRoot, nearestAbove, type Site, updatePointsOf } from '@sup/model';
import { hasUnreadableState } from '../../analysis/unreadable.js';

/**
 * Whether a site is certainly the top of synchronization. If a site above has the role, but no active software update point, it is probably meant to
 * have one, and then the top is not this site, unless its source is Microsoft Update. The same holds if the state of a role above is
 * unknown or cannot be read, whatever the source.
 */
export function isSurelySynchronizationRoot(hierarchy: Hierarchy, site: Site): boolean {
    const isMeantAsTop = site.synchronizations[0]?.source?.kind === 'microsoft-update';
    return isSynchronizationRoot(hierarchy, site) && (isMeantAsTop ? nearestUnclearAbove : nearestWithRole)(hierarchy, site) === undefined;
}

const nearestUnclearAbove = nearestAbove(site => updatePointsOf(site).some(hasUnreadableState));
const nearestWithRole = nearestAbove(site => updatePointsOf(site).length > 0);
