import { type Hierarchy, isUnknown, type Site, type SoftwareUpdatePoint } from '../hierarchy.js';
import { type ProductRequirement, releaseFacts } from '../releases.js';
import { toUpperCaseCode } from '../upper-case.js';
import { isOlder, type Release, type WsusVersion } from '../values.js';
import { soundParentOf } from './tree.js';
import { activeUpdatePointOf, activeUpdatePointsOf, serversOf } from './update-points.js';

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

/** The newest of WSUS versions; undefined if none is known. */
export function newestWsus(versions: readonly (WsusVersion | undefined)[]): WsusVersion | undefined {
    return versions.reduce((newest, version) => newest === undefined || (version !== undefined && isOlder(newest, version)) ? version : newest, undefined);
}

/**
 * The software update point that a role in use synchronizes from: for an active one, the active one of the parent site; for an Internet-based one, the
 * active one of its site. Undefined at the top, for a role that does not synchronize, and if the plan does not determine which one.
 */
export function upstreamPointOf(hierarchy: Hierarchy, point: SoftwareUpdatePoint): SoftwareUpdatePoint | undefined {
    const { site } = point.host;
    const [settings] = site.synchronizations;
    const isDisconnected = point.state === 'internet' ? point.source === 'none' || isUnknown(point, 'source') : settings?.source?.kind === 'none' || isUnknown(settings, 'source');
    if (point.state === 'inactive' || isDisconnected) {
        return undefined;
    }
    const above = point.state === 'active' ? soundParentOf(hierarchy, site) : site;
    const [upstream, ...others] = above ? activeUpdatePointsOf(above) : [];
    return others.length === 0 ? upstream : undefined;
}

/** The software update points that a role synchronizes from, directly or through others: the nearest first, and at most so many. */
export function upstreamChainOf(hierarchy: Hierarchy, point: SoftwareUpdatePoint, most = Infinity): readonly SoftwareUpdatePoint[] {
    const chain: SoftwareUpdatePoint[] = [];
    for (let above = upstreamPointOf(hierarchy, point); above && chain.length < most; above = upstreamPointOf(hierarchy, above)) {
        chain.push(above);
    }
    return chain;
}

/** The oldest WSUS version that suits a site: its release, and the products that the top of synchronization selects. Undefined if every version does. */
export function neededWsusOf(hierarchy: Hierarchy, site: Site): WsusVersion | undefined {
    return newestWsus([site.release && oldestWsusFor(site.release), neededForProducts(hierarchy, site)]);
}

/** The oldest WSUS version with which a site can synchronize the selected products; undefined if every version can. */
export function neededForProducts(hierarchy: Hierarchy, site: Site): WsusVersion | undefined {
    return newestWsus(productsFor(hierarchy, site).flatMap(requirementsOf).map(({ wsus }) => wsus));
}

/** The products that the software update points of a site synchronize: those of the highest site in the chain of active ones. */
function productsFor(hierarchy: Hierarchy, site: Site): readonly string[] {
    let top = site;
    for (let above = soundParentOf(hierarchy, top); above && activeUpdatePointOf(above); above = soundParentOf(hierarchy, top)) {
        top = above;
    }
    return top.synchronizations[0]?.products ?? [];
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
