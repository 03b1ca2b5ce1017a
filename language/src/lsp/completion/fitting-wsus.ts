import {
    activeUpdatePointOf, activeUpdatePointsOf, childrenOf, internetUpdatePointsOf, isOlder, isTooOldFor, neededWsusOf, nodesOf, soundParentOf, type SoftwareUpdatePoint, upstreamPointOf,
    usedUpdatePointOn, type WsusVersion, wsusVersionOf, wsusVersions
} from '@sup/model';
import { clustersAround, type PlanPlace } from './plan-place.js';

/** The WSUS versions that suit the place, the newest first. */
export function fittingWsusVersions(place: PlanPlace): readonly WsusVersion[] {
    return [...wsusVersions].reverse().filter(version => fitsWsusVersion(version, place));
}

/** Whether a WSUS version suits the site of a server, and the software update points above and below it. */
function fitsWsusVersion(version: WsusVersion, place: PlanPlace): boolean {
    const { hierarchy, site, host, written } = place;
    if (!site) {
        return true;
    }
    const point = host && usedUpdatePointOn(host);
    const parent = soundParentOf(hierarchy, site);
    const above = point ? upstreamPointOf(hierarchy, point) : parent && activeUpdatePointOf(parent);
    const newest = above && wsusVersionOf(above);
    const needed = neededWsusOf(hierarchy, site);
    const isNewer = newest !== undefined && isOlder(newest, version);
    const ofOtherNodes = clustersAround(place).flatMap(nodesOf).flatMap(node => node !== host && node.wsus?.version ? [node.wsus.version] : []);
    return ofOtherNodes.every(each => each === version) && !isTooOldFor(site, version) && !(needed && isOlder(version, needed)) && !isNewer && !(point && below(point, written).some(lower => isOlder(version, lower)));

    function below(upper: SoftwareUpdatePoint, own: unknown): readonly WsusVersion[] {
        const children = upper.state === 'active' ? [...childrenOf(hierarchy, site!).flatMap(activeUpdatePointsOf), ...internetUpdatePointsOf(site!)] : [];
        return children.filter(child => child !== own && child.host !== upper.host).flatMap(child => wsusVersionOf(child) ?? []);
    }
}
