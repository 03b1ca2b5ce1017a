import type { Site, SoftwareUpdatePoint } from '../hierarchy.js';
import { isOlder, type Release, type WsusVersion } from '../values.js';
import { serversOf } from './update-points.js';

const oldest: Record<Release['servicePack'], WsusVersion> = { RTM: '3.0', SP1: '3.0 SP1', SP2: '3.0 SP1' };

/**
 * The oldest WSUS version that the software update points of a release support; undefined for an older product.
 * Source: "About the Software Update Point" (ConfigMgr 2007 library).
 */
export function oldestWsusFor(release: Release): WsusVersion | undefined {
    return release.product === 'ConfigMgr 2007' ? oldest[release.servicePack] : undefined;
}

/** Whether a WSUS version is too old for the software update points of a site. If the plan does not state its release, no version is. */
export function isTooOldFor(site: Site, version: WsusVersion): boolean {
    const needed = site.release && oldestWsusFor(site.release);
    return needed !== undefined && isOlder(version, needed);
}

/**
 * The WSUS version of a software update point. Undefined if the plan does not state it, or if the nodes of a cluster have different versions,
 * since the plan then does not determine which one counts.
 */
export function wsusVersionOf(point: SoftwareUpdatePoint): WsusVersion | undefined {
    const versions = new Set(serversOf(point).flatMap(({ wsus }) => wsus ? [wsus.version] : []));
    return versions.size === 1 ? [...versions][0] : undefined;
}

/**
 * The oldest WSUS version that can synchronize a product; undefined if every version can. Source: "About the Software Update Point" (ConfigMgr
 * 2007 library), on Windows 7 and Windows Server 2008 R2.
 */
export function oldestWsusWith(product: string): WsusVersion | undefined {
    return product === 'Windows 7' || product === 'Windows Server 2008 R2' ? '3.0 SP2' : undefined;
}
