import type { Site, SoftwareUpdatePoint } from '../hierarchy.js';
import { type ProductRequirement, releaseFacts } from '../releases.js';
import { toUpperCaseCode } from '../upper-case.js';
import { isOlder, type Release, type WsusVersion } from '../values.js';
import { serversOf } from './update-points.js';

/** The oldest WSUS version that the software update points of a release support; undefined for an older product. */
export function oldestWsusFor(release: Release): WsusVersion | undefined {
    return release.product === 'ConfigMgr 2007' ? releaseFacts.oldestWsus[release.servicePack] : undefined;
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

/** The oldest WSUS version that can synchronize a product; undefined if every version can. */
export function oldestWsusWith(product: string): WsusVersion | undefined {
    return requirementsOf(product).find(({ names }) => isAmong(names, product))?.wsus;
}

/**
 * The requirements of a selected product, or of a selected family with such products among its members. Source: "How to Configure Software
 * Updates Products" (ConfigMgr 2007 library).
 */
export function requirementsOf(selected: string): readonly ProductRequirement[] {
    return releaseFacts.products.filter(({ names, family }) => isAmong([...names, family], selected));
}

/** Products are compared without case. */
function isAmong(names: readonly string[], product: string): boolean {
    return names.some(name => toUpperCaseCode(name) === toUpperCaseCode(product));
}
