import type { Cluster, Hierarchy, Server, Site, SoftwareUpdatePoint } from '../hierarchy.js';
import { memoize } from '../memoize.js';
import { isPrimarySite } from './tree.js';
import { nodesOf, serversOf, updatePointsOf } from './update-points.js';

/** The server or cluster with a name; if there are several, the first. */
export function hostNamed(hierarchy: Hierarchy, name: string): Server | Cluster | undefined {
    return hierarchy.serversByName.get(name)?.[0];
}

/** Whether the plan has WSUS on a server, or on a node of a cluster. */
export function hasWsus(host: Server | Cluster): boolean {
    return (host.element === 'server' ? [host] : nodesOf(host)).some(server => server.wsus !== undefined);
}

/**
 * The software update point in use on a host, or on the cluster whose node it is. An Internet-based one is in use only on primary sites. Source: "About the Software Update Point" (ConfigMgr 2007 library).
 */
export function usedUpdatePointOn(host: Server | Cluster): SoftwareUpdatePoint | undefined {
    return usedUpdatePoints(host.site).get(host);
}

/** Cached, since a site may have thousands of servers, and each is queried. */
const usedUpdatePoints = memoize((site: Site): ReadonlyMap<Server | Cluster, SoftwareUpdatePoint> => {
    const used = updatePointsOf(site).filter(({ state }) => state === 'active' || (state === 'internet' && isPrimarySite(site)));
    // If a host has several, the first one counts.
    return new Map(used.reverse().flatMap(point => [point.host, ...serversOf(point)].map(host => [host, point] as const)));
});
