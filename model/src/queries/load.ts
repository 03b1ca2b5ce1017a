import { type Hierarchy, isUnknown, type Server, type Site, type SoftwareUpdatePoint } from '../hierarchy.js';
import { releaseFacts } from '../releases.js';
import { memoizeUntracked } from './memoize-per-hierarchy.js';
import { childrenOf, isPrimarySite, parentOf } from './tree.js';
import { activeUpdatePointOf, mayHaveActiveUpdatePoint, serversOf } from './update-points.js';

/** The clients of a site: those of its `clients` property and of its client groups. Groups on an unknown network do not count. */
export function clientsOf(site: Site): { intranet: number; internet: number } {
    const counts = { intranet: site.clients?.intranet ?? 0, internet: site.clients?.internet ?? 0 };
    for (const group of site.clientGroups.filter(each => !isUnknown(each, 'on'))) {
        counts[group.on ?? 'intranet'] += group.count ?? 0;
    }
    return counts;
}

/** Whether the plan states that the number of some clients of a site is not known. {@link clientsOf} counts the others. */
export function hasUnknownClients(site: Site): boolean {
    return isUnknown(site, 'clients') || site.clientGroups.some(group => isUnknown(group, 'count'));
}

/** The clients of a site on the intranet; undefined if the plan states that their number is not known. */
export function knownIntranetClientsOf(site: Site): number | undefined {
    return hasUnknownClients(site) ? undefined : clientsOf(site).intranet;
}

/** The clients that use a software update point. */
export interface Load {
    /** Those of its own site on the intranet. */
    readonly own: number;
    /** Those of secondary sites without a software update point. */
    readonly below: number;
    /** Those of its own site on the Internet. */
    readonly internet: number;
}

/**
 * The clients that use a software update point in use: for the active one, those of its site on the intranet, those of its secondary sites
 * without a software update point, and its Internet clients if it accepts them; for the Internet-based one, the Internet clients. Source:
 * "About the Software Update Point" (ConfigMgr 2007 library).
 */
export function loadOn(hierarchy: Hierarchy, point: SoftwareUpdatePoint): Load {
    const { site } = point.host;
    const own = clientsOf(site);
    if (point.state !== 'active') {
        return { own: 0, below: 0, internet: point.state === 'internet' ? own.internet : 0 };
    }
    const below = secondarySitesServedBy(hierarchy, site).reduce((sum, child) => sum + clientsOf(child).intranet, 0);
    return { own: own.intranet, below, internet: point.accepts?.includes('internet') ? own.internet : 0 };
}

export function totalOf({ own, below, internet }: Load): number {
    return own + below + internet;
}

/** The number of clients that use a site's active software update point. */
export function loadOf(hierarchy: Hierarchy, site: Site): number {
    const point = activeUpdatePointOf(site);
    return point ? totalOf(loadOn(hierarchy, point)) : 0;
}

/** The secondary sites without an active software update point, whose clients use the one of their parent. */
export function secondarySitesServedBy(hierarchy: Hierarchy, site: Site): readonly Site[] {
    return childrenOf(hierarchy, site).filter(child => child.kind === 'secondary' && !mayHaveActiveUpdatePoint(child));
}

/**
 * The number of clients that a software update point supports, at most if the plan does not state its WSUS version. Undefined for a cluster of several
 * nodes, for which the documentation states no number.
 */
export function capacityOf(point: SoftwareUpdatePoint): number | undefined {
    const [server, ...others] = serversOf(point);
    return server && others.length === 0 ? clientsOfServer(server) : undefined;
}

/**
 * The number of clients that a software update point supports, for estimates: like {@link capacityOf}, and for a cluster the sum of its nodes, which
 * the documentation does not state. Undefined if the plan has none of its servers. Source of the number of nodes: "How to Configure the Active
 * Software Update Point to Use Network Load Balancing" (ConfigMgr 2007 library).
 */
export function supportedClientsOf(point: SoftwareUpdatePoint): number | undefined {
    const nodes = serversOf(point).slice(0, releaseFacts.clusterNodes);
    return nodes.length === 0 ? undefined : nodes.reduce((sum, server) => sum + clientsOfServer(server), 0);
}

/** The number of clients that the WSUS server on a computer supports. */
export function clientsOfServer(server: Server): number {
    return releaseFacts.wsus[server.wsus?.version ?? '3.0 SP2'].clients[isShared(server) ? 'shared' : 'alone'];
}

/** Whether the plan has other roles on a computer: those of the site server, or further ones. */
export function isShared(server: Server): boolean {
    return server.isSiteServer || (server.otherRoles?.length ?? 0) > 0;
}

/** The number of clients at sites. A site counts at most as many as a primary site supports, so that one mistaken number is not also one of the hierarchy. */
export function countedClientsOf(sites: readonly Site[]): number {
    return sites.map(clientsOf).reduce((sum, { intranet, internet }) => sum + Math.min(intranet + internet, releaseFacts.clientsOfPrimarySite), 0);
}

/** {@link countedClientsOf} all sites of a hierarchy. */
export function clientsOfHierarchy(hierarchy: Hierarchy): number {
    hierarchy.dependencies?.track('clients');
    return hierarchy.dependencies ? hierarchy.dependencies.untracked(() => countedClients(hierarchy)) : countedClients(hierarchy);
}

const countedClients = memoizeUntracked(({ sites }) => countedClientsOf(sites));

/**
 * The number of clients assigned to a primary site: its own, and those at its secondary sites, since clients are assigned to primary sites
 * only. Source: "Configuration Manager Site Capacity Planning" (ConfigMgr 2007 library).
 */
export function assignedClientsOf(hierarchy: Hierarchy, site: Site): number {
    const secondarySites = childrenOf(hierarchy, site).filter(({ kind }) => kind === 'secondary');
    return [site, ...secondarySites].map(clientsOf).reduce((sum, { intranet, internet }) => sum + intranet + internet, 0);
}

/** Whether a primary site, or that of a secondary site, has more assigned clients than a site supports, so that it has to be split first. */
export function isPrimarySiteOverfull(hierarchy: Hierarchy, site: Site): boolean {
    const primary = isPrimarySite(site) ? site : parentOf(hierarchy, site);
    return primary !== undefined && assignedClientsOf(hierarchy, primary) > releaseFacts.clientsOfPrimarySite;
}
