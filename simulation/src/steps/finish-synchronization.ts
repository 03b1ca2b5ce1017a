import { statusIds } from '../trace/entry.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { notifyChildren } from './notify-children.js';
import { publishPolicy } from './publish-policy.js';
import { startPending } from './synchronize.js';

/**
 * Ends a successful run: client policy requests the new content version, and the children are notified. The status message differs if the
 * license terms could not be fetched. Sources: "How to Synchronize Software Updates" (ConfigMgr 2007 library); `SMS_SUPSyncStatus`
 * reference (later version), for 6708.
 */
export function finishSynchronization(world: World, site: SiteState): void {
    const { hasChanged } = site.run!;
    site.run = undefined;
    world.running.delete(site);
    site.lastSuccess = world.time;
    site.lastFailureEntry = undefined;
    site.syncs++;
    const isComplete = site.active!.isContentShared;
    world.report({
        site, component: 'SMS_WSUS_SYNC_MANAGER', status: isComplete ? statusIds.done : statusIds.licencesPending, severity: isComplete ? 'information' : 'warning',
        details: { kind: 'sync-done', version: site.contentVersion, changed: hasChanged, hasLicenses: isComplete }, elements: [site.active!.point]
    });
    world.each([publishPolicy, notifyChildren, startPending], follow => follow(world, site));
}
