import { holdsChildren, isPrimarySite } from '@sup/model';
import type { Catalog } from '../world/catalog.js';
import { arrivalOf } from '../world/link.js';
import { locateUpdatePoint } from '../world/locate.js';
import { configurationObstacle, internetObstacle, synchronizationObstacle } from '../world/reach.js';
import { lastSynchronizationOf } from '../world/settled.js';
import type { ClientGroupState, PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { assignToPoint } from './record-scans.js';
import { continueWaves } from './start-waves.js';

/**
 * Puts a hierarchy into the state that it has after weeks of operation: every site that can synchronize has done so after the last scheduled
 * synchronization of the top site, and all clients have scanned. Parts that do not work never did.
 */
export function startSettled(world: World): void {
    // The sites are in the order from the top down.
    for (const site of world.sites) {
        settleSite(world, site);
    }
    for (const group of world.groups) {
        settleGroup(world, group);
    }
}

function settleSite(world: World, site: SiteState): void {
    const { active, parent } = site;
    // The objects of the console travel independently of the catalogs that WSUS fetches.
    site.consoleVersion = !site.isRoot && isPrimarySite(site.site) ? parent?.consoleVersion ?? 0 : 0;
    if (!active || configurationObstacle(world, site)) {
        return;
    }
    site.configuration = 'success';
    if (synchronizationObstacle(world, site) || !(site.isRoot || (parent && isNotified(world, parent))) || isWithoutImport(site)) {
        return;
    }
    site.lastSuccess = failsOnInternet(world, site) ? undefined : synchronizedAt(world, site);
    site.contentVersion = 1;
    site.consoleVersion = site.isRoot && isPrimarySite(site.site) ? 1 : site.consoleVersion;
    const catalog = site.isRoot ? { revision: world.microsoftUpdate.revisionAt(lastSynchronizationOf(site.site)), updates: new Map() } : parent!.active!.catalog;
    hold(active, catalog);
    if (site.internet && !internetObstacle(world, site) && (site.internet.point.source !== 'none' || site.internet.point.importPlan)) {
        hold(site.internet, catalog);
    }
    if (isPrimarySite(site.site)) {
        site.policies = [{ version: 1, since: -world.assumed.policyInterval }];
    }
}

/** Whether the children of a site were notified when it synchronized. */
function isNotified(world: World, site: SiteState): boolean {
    return site.contentVersion > 0 && !(failsOnInternet(world, site) && holdsChildren(world.assumed));
}

/** Whether each run of a site fails at its Internet-based software update point, after the active one has synchronized. */
function failsOnInternet(world: World, site: SiteState): boolean {
    return site.internet !== undefined && site.internet.point.source !== 'none' && internetObstacle(world, site) !== undefined;
}

/** The time at which the active software update point of a site last synchronized before the start. */
function synchronizedAt(world: World, { isRoot, site, parent, link }: SiteState): number {
    const { fullSynchronization, settlingTime, childSynchronization, notificationDelay } = world.assumed;
    return Math.min(0, isRoot ? lastSynchronizationOf(site) + fullSynchronization + settlingTime
        : arrivalOf(link.plan, synchronizedAt(world, parent!), notificationDelay) + childSynchronization + settlingTime);
}

/** A site without a source has updates only if the plan has imports. */
function isWithoutImport({ source, site }: SiteState): boolean {
    return source.kind === 'none' && !site.synchronizations[0]?.importPlan;
}

function hold(point: PointState, catalog: Catalog): void {
    point.catalog = catalog;
    point.contentVersion = 1;
}

function settleGroup(world: World, group: ClientGroupState): void {
    if (group.assigned.policies.length === 0) {
        return;
    }
    const { point, result } = locateUpdatePoint(world, group, 1);
    if (result === 'succeeded' && point) {
        for (const cohort of group.cohorts) {
            Object.assign(cohort, { result, version: 1, known: [{ version: 1, clients: cohort.count }], catalog: point });
            assignToPoint(cohort, point);
        }
        Object.assign(group, { result, server: point, scannedVersion: 1, lastSuccess: 0 });
    }
    continueWaves(world, group);
}
