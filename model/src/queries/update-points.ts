import { groupBy } from '../group-by.js';
import { type Cluster, hostsOf, isUnknown, type Server, type Site, type SoftwareUpdatePoint, type WsusServer } from '../hierarchy.js';
import { memoize } from '../memoize.js';
import type { Ports } from '../values.js';

/** The ports of WSUS on the IIS default web site. Source: "About Ports Used by Software Updates" (ConfigMgr 2007 library). */
export const defaultWebSitePorts: Ports = { http: 80, https: 443 };
/** The ports of WSUS on a custom web site. Same source. */
export const customWebSitePorts: Ports = { http: 8530, https: 8531 };

/** Whether two web sites listen on different ports. A port that one side does not state is not a difference. */
export function arePortsDifferent(a: Ports, b: Ports): boolean {
    return a.http !== b.http || (a.https !== undefined && b.https !== undefined && a.https !== b.https);
}

/** Every software update point role of a site, on servers and on clusters, in the order of the text. */
export function updatePointsOf(site: Site): readonly SoftwareUpdatePoint[] {
    return hostsOf(site).flatMap(host => host.updatePoints);
}

/** The site's active software update points, cached since rules request them for each role, and an invalid plan can have thousands of roles. */
export const activeUpdatePointsOf = memoize((site: Site): readonly SoftwareUpdatePoint[] => updatePointsOf(site).filter(point => point.state === 'active'));

/** The site's active software update point; if the plan makes several active, the first. */
export function activeUpdatePointOf(site: Site): SoftwareUpdatePoint | undefined {
    return activeUpdatePointsOf(site)[0];
}

/** Whether a site has an active software update point, or a role with an unknown state. */
export function mayHaveActiveUpdatePoint(site: Site): boolean {
    return updatePointsOf(site).some(point => point.state === 'active' || isUnknown(point, 'state'));
}

/** The site's Internet-based software update points, cached like the active ones. */
export const internetUpdatePointsOf = memoize((site: Site): readonly SoftwareUpdatePoint[] => updatePointsOf(site).filter(point => point.state === 'internet'));

/**
 * The site server, on which the components run that configure and synchronize WSUS. Undefined if the plan declares none, or several, since it
 * then does not determine which one. Source: "About the Software Update Point" (ConfigMgr 2007 library).
 */
export function siteServerOf(site: Site): Server | undefined {
    const [server, ...others] = site.servers.filter(each => each.isSiteServer);
    return others.length === 0 ? server : undefined;
}

/** The servers of a role: its server, or the nodes of its cluster that the site declares. */
export function serversOf(point: SoftwareUpdatePoint): readonly Server[] {
    return point.host.element === 'server' ? [point.host] : nodesOf(point.host);
}

/** The nodes of a cluster that its site declares, in the order of the cluster's `nodes`. */
export const nodesOf = memoize((cluster: Cluster): readonly Server[] => [...new Set(cluster.nodes)].flatMap(name => serversByName(cluster.site).get(name) ?? []));

/** The servers of a site by name, cached since a site may have thousands, and as many clusters. */
const serversByName = memoize((site: Site): ReadonlyMap<string, readonly Server[]> => groupBy(site.servers, server => [server.name]));

/** The WSUS server of a role; for a cluster, that of the first node that has one. */
export function wsusOf(point: SoftwareUpdatePoint): WsusServer | undefined {
    return serversOf(point).find(server => server.wsus)?.wsus;
}

/** The ports that clients and child sites use: the role's, otherwise those of its WSUS server, otherwise those of the default web site. Undefined if they are unknown. */
export function portsOf(point: SoftwareUpdatePoint): Ports | undefined {
    const wsus = wsusOf(point);
    const areUnknown = isUnknown(point, 'ports') || (!point.ports && isUnknown(wsus, 'ports'));
    return areUnknown ? undefined : point.ports ?? wsus?.ports ?? defaultWebSitePorts;
}

/** The ports of the WSUS servers of a role; undefined if the plan states none, or if the nodes of a cluster differ. */
export function wsusPortsOf(point: SoftwareUpdatePoint): Ports | undefined {
    const [first, ...others] = serversOf(point).flatMap(({ wsus }) => wsus?.ports ?? []);
    return first && others.every(({ http, https }) => http === first.http && https === first.https) ? first : undefined;
}

/**
 * Whether the role uses SSL: its own setting, otherwise that of its WSUS servers; undefined if the plan states neither, if it is unknown, or if
 * the nodes of a cluster differ.
 */
export function usesSsl(point: SoftwareUpdatePoint): boolean | undefined {
    if (point.ssl !== undefined || isUnknown(point, 'ssl')) {
        return point.ssl;
    }
    const settings = new Set(serversOf(point).flatMap(({ wsus }) => wsus?.ssl === undefined ? [] : wsus.ssl !== 'off'));
    return settings.size === 1 ? [...settings][0] : undefined;
}
