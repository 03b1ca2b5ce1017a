import {
    activeUpdatePointOf, activeUpdatePointsOf, childrenOf, internetUpdatePointsOf, isOlder, isTooOldFor, neededWsusOf, nodesOf, soundParentOf, type SoftwareUpdatePoint, upstreamPointOf,
    usedUpdatePointOn, type WsusVersion, wsusVersionOf
} from '@sup/model';
import type { PlanPlace } from './plan-place.js';

/** Whether a WSUS version suits the site of a server, and the software update points above and below it. */
export function fitsWsusVersion(version: WsusVersion, { hierarchy, site, host, written }: PlanPlace): boolean {
    if (!site) {
        return true;
    }
    const point = host && usedUpdatePointOn(host);
    const above = point ? upstreamPointOf(hierarchy, point) : soundParentOf(hierarchy, site) && activeUpdatePointOf(soundParentOf(hierarchy, site)!);
    const newest = above && wsusVersionOf(above);
    const needed = neededWsusOf(hierarchy, site);
    const isNewer = newest !== undefined && isOlder(newest, version);
    const ofNodes = host ? site.clusters.filter(({ nodes }) => nodes.includes(host.name)).flatMap(nodesOf).flatMap(node => node !== host && node.wsus?.version ? [node.wsus.version] : []) : [];
    return ofNodes.every(each => each === version) && !isTooOldFor(site, version) && !(needed && isOlder(version, needed)) && !isNewer && !(point && below(point, written).some(lower => isOlder(version, lower)));

    function below(upper: SoftwareUpdatePoint, own: unknown): readonly WsusVersion[] {
        const children = upper.state === 'active' ? [...childrenOf(hierarchy, site!).flatMap(activeUpdatePointsOf), ...internetUpdatePointsOf(site!)] : [];
        return children.filter(child => child !== own && child.host !== upper.host).flatMap(child => wsusVersionOf(child) ?? []);
    }
}
