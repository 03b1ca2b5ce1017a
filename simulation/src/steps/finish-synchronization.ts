import { statusIds } from '../trace/entry.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { notifyChildren } from './notify-children.js';
import { publishPolicy } from './publish-policy.js';
import { startPending } from './synchronize.js';

/**
 * A run has ended well: client policy asks for the new content version, and the children are told. Where licence terms could not be
 * fetched, the status message says so. Source: "How to Synchronize Software Updates" (ConfigMgr 2007 library); 6708:
 * `SMS_SUPSyncStatus` reference (later version).
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
        details: { kind: 'sync-done', version: site.contentVersion, changed: hasChanged }, elements: [site.active!.point]
    });
    world.each([publishPolicy, notifyChildren, startPending], follow => follow(world, site));
}
