import type { Hierarchy, Server, Site, SoftwareUpdatePoint } from '../hierarchy.js';
import { microsoftUpdate } from '../values.js';
import { isPrimarySite, parentOf } from './tree.js';
import { activeUpdatePointsOf, internetUpdatePointsOf, nodesOf, serversOf } from './update-points.js';

/** The names in `cannot reach` under which a software update point is out of reach: its server; for a cluster, the cluster or all of its nodes. */
export function blockingNames(cannotReach: readonly string[], { host }: SoftwareUpdatePoint): readonly string[] {
    if (cannotReach.includes(host.name)) {
        return [host.name];
    }
    const nodes = host.element === 'cluster' ? nodesOf(host).map(({ name }) => name) : [];
    return nodes.length > 0 && nodes.every(name => cannotReach.includes(name)) ? nodes : [];
}

/**
 * The software update points among which clients of a site on the intranet get one: the active one of the site, and at a secondary site also that of its
 * parent. If a plan makes several active, it does not determine which. Source: "About the Software Update Point" (ConfigMgr 2007 library).
 */
export function intranetCandidates(hierarchy: Hierarchy, site: Site): readonly SoftwareUpdatePoint[] {
    const parent = site.kind === 'secondary' ? parentOf(hierarchy, site) : undefined;
    return [...activeUpdatePointsOf(site), ...parent && isPrimarySite(parent) ? activeUpdatePointsOf(parent) : []];
}

/** The same for clients on the Internet, which use only the systems of their assigned site. */
export function internetCandidates(site: Site): readonly SoftwareUpdatePoint[] {
    const separate = internetUpdatePointsOf(site);
    return separate.length > 0 ? separate : activeUpdatePointsOf(site).filter(({ accepts }) => accepts?.includes('internet'));
}

/** A statement that keeps a software update point from its source: where it stands, and the names in it. */
export interface Blocked {
    readonly of: Site | Server;
    readonly names: readonly string[];
}

/**
 * The statement of `cannot reach` that keeps a software update point from another one, or from Microsoft Update: at its site, or at all of its
 * servers, since one working node of a cluster is enough. WSUS of the lower side initiates all connections. Source: "How to Configure a
 * Firewall for Software Updates" (ConfigMgr 2007 library).
 */
export function blockedFrom(point: SoftwareUpdatePoint, source: SoftwareUpdatePoint | typeof microsoftUpdate): Blocked | undefined {
    const servers = serversOf(point);
    const namesIn = (of: Site | Server): readonly string[] => {
        const ends = of.cannotReach ?? [];
        return source === microsoftUpdate ? ends.filter(end => end === microsoftUpdate) : blockingNames(ends, source);
    };
    const isBlocked = (of: Site | Server): boolean => namesIn(of).length > 0;
    const { site } = point.host;
    const of = isBlocked(site) ? site : servers.length > 0 && servers.every(isBlocked) ? servers[0] : undefined;
    return of && { of, names: namesIn(of) };
}
