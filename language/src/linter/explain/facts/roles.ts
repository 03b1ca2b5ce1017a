import { type Cluster, counted, listOf, type Server, type Site, type SoftwareUpdatePoint } from '@sup/model';
import type { Fact } from '../fact.js';
import { hasKind, reportsTo } from './sites.js';

const roles = { active: 'the active software update point', internet: 'the Internet-based software update point', inactive: 'a software update point that is not active' };

export function hasRole(point: SoftwareUpdatePoint): Fact {
    return { text: `${point.host.name} of ${point.host.site.code} is ${roles[point.state]}.`, at: { of: point, part: 'state' } };
}

export function hasNoActiveRole(site: Site): Fact {
    return { text: `${site.code} has no active software update point.`, at: { of: site } };
}

export function hasNodes(cluster: Cluster): Fact {
    const nodes = [...new Set(cluster.nodes)];
    return { text: `${cluster.name} has ${counted(nodes.length, 'node')}: ${listOf(nodes)}.`, at: { of: cluster, part: 'nodes' } };
}

export function acceptsClients(point: SoftwareUpdatePoint): Fact {
    const from = point.accepts ? ` from the ${point.accepts.map(each => each === 'internet' ? 'Internet' : each).join(' and the ')}` : '';
    return { text: `The software update point on ${point.host.name} accepts clients${from || ' from the intranet only, which is the default'}.`, at: { of: point, part: 'accepts' } };
}

export function isSiteServer(host: Server | Cluster): Fact {
    return { text: `${host.name} is the site server of ${host.site.code}.`, at: { of: host } };
}

/** Why a server runs a role: it holds it, or it is a node of the cluster that does. */
export function holdsRole(point: SoftwareUpdatePoint, server: Server): readonly Fact[] {
    return [hasRole(point), ...server === point.host ? [] : [{ text: `${server.name} is a node of ${point.host.name}.`, at: { of: point.host, part: 'nodes' } }]];
}

/** A role is on a server itself, or on a cluster that the server is a node of. */
export function runsOn(point: SoftwareUpdatePoint, host: Server | Cluster): Fact {
    return { text: `${host.name} runs ${roles[point.state]} of ${point.host.site.code}.`, at: host === point.host ? { of: host } : { of: point.host, part: 'nodes' } };
}

/** Why clients of a site use a software update point: it is one of their site, or the site is a secondary one without. */
export function usesRole(site: Site, point: SoftwareUpdatePoint): readonly Fact[] {
    return point.host.site === site ? [hasRole(point)] : [
        hasKind(site),
        hasNoActiveRole(site),
        reportsTo(site, point.host.site),
        { text: 'Clients of a secondary site without a software update point use the one of the parent site.', source: 'About the Software Update Point' },
        hasRole(point)
    ];
}
