import { type Hierarchy, isSynchronizationRoot, nearestAbove, type Schedule, type Site, sourceOf, type Synchronization, updatePointsOf } from '@sup/model';
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

/** Whether a site is certainly the top of synchronization, and synchronizes from Microsoft Update: only then it has a schedule and criteria. */
export function surelyUsesMicrosoftUpdate(hierarchy: Hierarchy, site: Site): boolean {
    return isSurelySynchronizationRoot(hierarchy, site) && sourceOf(hierarchy, site)?.kind === 'microsoft-update';
}

/** The settings with a schedule of a site that certainly has one. A second block may state another, so there must be one block. */
export function scheduledSettingsOf(hierarchy: Hierarchy, site: Site): Synchronization & { readonly schedule: Schedule } | undefined {
    const [settings, ...others] = site.synchronizations;
    return settings && hasSchedule(settings) && others.length === 0 && surelyUsesMicrosoftUpdate(hierarchy, site) ? settings : undefined;
}

function hasSchedule(settings: Synchronization): settings is Synchronization & { readonly schedule: Schedule } {
    return settings.schedule !== undefined;
}

const nearestUnclearAbove = nearestAbove(site => updatePointsOf(site).some(hasUnreadableState));
const nearestWithRole = nearestAbove(site => updatePointsOf(site).length > 0);
