import { groupBy } from '../group-by.js';
import { type Cluster, hostsOf, type Server, type Site, type SoftwareUpdatePoint, type WsusServer } from '../hierarchy.js';
import type { Ports } from '../values.js';

/** The ports of WSUS on the IIS default web site. Source: "About Ports Used by Software Updates" (ConfigMgr 2007 library). */
export const defaultWebSitePorts: Ports = { http: 80, https: 443 };
/** The ports of WSUS on a web site of its own. Same source. */
export const customWebSitePorts: Ports = { http: 8530, https: 8531 };

/** Whether two web sites listen on different ports. One that a side leaves out is no contradiction. */
export function arePortsDifferent(a: Ports, b: Ports): boolean {
    return a.http !== b.http || (a.https !== undefined && b.https !== undefined && a.https !== b.https);
}

/** Every software update point role of a site, on servers and on clusters, in the order of the text. */
export function updatePointsOf(site: Site): readonly SoftwareUpdatePoint[] {
    return hostsOf(site).flatMap(host => host.updatePoints);
}

export function activeUpdatePointsOf(site: Site): readonly SoftwareUpdatePoint[] {
    return updatePointsOf(site).filter(point => point.state === 'active');
}

/** The site's active software update point; where the text makes several active, the first. */
export function activeUpdatePointOf(site: Site): SoftwareUpdatePoint | undefined {
    return activeUpdatePointsOf(site)[0];
}

export function internetUpdatePointsOf(site: Site): readonly SoftwareUpdatePoint[] {
    return updatePointsOf(site).filter(point => point.state === 'internet');
}

/**
 * The site server, on which the components run that configure and synchronize WSUS. Undefined where the plan names none, or several
 * and nobody knows which. Source: "About the Software Update Point" (ConfigMgr 2007 library).
 */
export function siteServerOf(site: Site): Server | undefined {
    const [server, ...others] = site.servers.filter(each => each.isSiteServer);
    return others.length === 0 ? server : undefined;
}

/** The servers behind a role: its server, or the nodes of its cluster that the site declares. */
export function serversOf(point: SoftwareUpdatePoint): readonly Server[] {
    return point.host.element === 'server' ? [point.host] : nodesOf(point.host);
}

/** The nodes of a cluster that its site declares, in the order in which the cluster names them. */
export function nodesOf(cluster: Cluster): readonly Server[] {
    const found = knownNodes.get(cluster) ?? [...new Set(cluster.nodes)].flatMap(name => serversByName(cluster.site).get(name) ?? []);
    knownNodes.set(cluster, found);
    return found;
}

const knownNodes = new WeakMap<Cluster, readonly Server[]>();

/** The servers of a site by name: a site may have thousands, and as many clusters. */
function serversByName(site: Site): ReadonlyMap<string, readonly Server[]> {
    const found = knownNames.get(site) ?? groupBy(site.servers, server => [server.name]);
    knownNames.set(site, found);
    return found;
}

const knownNames = new WeakMap<Site, ReadonlyMap<string, readonly Server[]>>();

/** The WSUS server behind a role; of a cluster, that of its first node that has one. */
export function wsusOf(point: SoftwareUpdatePoint): WsusServer | undefined {
    return serversOf(point).find(server => server.wsus)?.wsus;
}

/** The ports clients and child sites use: the role's, else those of its WSUS server, else those of the default web site. */
export function portsOf(point: SoftwareUpdatePoint): Ports {
    return point.ports ?? wsusOf(point)?.ports ?? defaultWebSitePorts;
}

/** Whether the role uses SSL: what it says, else what its WSUS server requires; undefined where the plan says neither. */
export function usesSsl(point: SoftwareUpdatePoint): boolean | undefined {
    const wsus = wsusOf(point)?.ssl;
    return point.ssl ?? (wsus === undefined ? undefined : wsus !== 'off');
}
