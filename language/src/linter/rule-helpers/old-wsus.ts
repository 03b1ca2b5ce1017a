import {
    activeUpdatePointsOf, type Hierarchy, isOlder, isTooOldFor, nearestUpdatePointAbove, requirementsOf, type Server, serversOf, type Site, type SoftwareUpdatePoint, updatePointsOf, type WsusServer, type WsusVersion
} from '@sup/model';
import { isSurelySynchronizationRoot } from './synchronization-root.js';

/** Sound hierarchies have fewer levels. */
const mostLevels = 32;

/** A WSUS server with a version. */
type InstalledWsus = WsusServer & { readonly version: WsusVersion };

/** A WSUS server of an active software update point. */
interface OldWsus {
    readonly point: SoftwareUpdatePoint;
    readonly wsus: InstalledWsus;
}

/**
 * The WSUS servers of a site's active software update point that are too old to synchronize a product. None if only some nodes of a cluster are
 * old, which `nlb-version-skew` reports, nor those that are too old for their own site, which `wsus-too-old-for-site` reports. If several are active,
 * the plan does not determine which one counts, and one that is new enough is accepted.
 */
export function tooOldForProduct(site: Site, needed: WsusVersion): readonly OldWsus[] {
    const roles = activeUpdatePointsOf(site).map(point => serversOf(point).flatMap(({ wsus }) => wsus && hasVersion(wsus) ? [{ point, wsus }] : []));
    const isOld = (installed: readonly OldWsus[]): boolean => installed.length > 0 && installed.every(({ wsus }) => isOlder(wsus.version, needed));
    return roles.every(isOld) ? roles.flat().filter(({ wsus }) => !isTooOldFor(site, wsus.version)) : [];
}

/**
 * Whether a WSUS server has to become newer, because of its site or of the selected products. Other rules then do not compare its version: theirs
 * would be findings about the same mistake.
 */
export function mustBecomeNewer(hierarchy: Hierarchy, point: SoftwareUpdatePoint, version: WsusVersion): boolean {
    return isTooOldFor(point.host.site, version) || isReportedAsTooOld(hierarchy, point);
}

/** Whether the WSUS server on a computer has to become newer, because of any of its roles. */
export function mustServerBecomeNewer(hierarchy: Hierarchy, server: Server): boolean {
    const version = server.wsus?.version;
    return version !== undefined && updatePointsOf(server.site).some(point => serversOf(point).includes(server) && mustBecomeNewer(hierarchy, point, version));
}

/** Whether `win7-products-need-wsus-sp2` reports the WSUS servers of a role, at the top of synchronization. */
function isReportedAsTooOld(hierarchy: Hierarchy, point: SoftwareUpdatePoint): boolean {
    const { site } = point.host;
    const [requirement] = point.state === 'active' ? productsOf(hierarchy, site).flatMap(requirementsOf) : [];
    return requirement !== undefined && tooOldForProduct(site, requirement.wsus).some(each => each.point === point);
}

/** The products that the top of synchronization selects for a site, whose parent may be in doubt. */
function productsOf(hierarchy: Hierarchy, site: Site): readonly string[] {
    let top: Site | undefined = site;
    for (let level = 0; level < mostLevels && top && !isSurelySynchronizationRoot(hierarchy, top); level++) {
        top = nearestUpdatePointAbove(hierarchy, top);
    }
    return top && isSurelySynchronizationRoot(hierarchy, top) ? top.synchronizations[0]?.products ?? [] : [];
}

function hasVersion(wsus: WsusServer): wsus is InstalledWsus {
    return wsus.version !== undefined;
}
