import type { Cluster, Server, SoftwareUpdatePoint } from '@sup/model';

/** The roles of a server or cluster, in the words of the product's console. */
export function rolesOf(host: Server | Cluster): readonly string[] {
    return [
        ...host.element === 'server' && host.isSiteServer ? ['site server'] : [],
        ...host.updatePoints.map(roleOf),
        ...host.element === 'server' && host.wsus && host.updatePoints.length === 0 ? ['WSUS'] : [],
        ...host.element === 'cluster' ? [`cluster of ${host.nodes.join(', ')}`] : []
    ];
}

function roleOf({ state }: SoftwareUpdatePoint): string {
    switch (state) {
        case 'active': return 'active software update point';
        case 'internet': return 'active Internet-based software update point';
        default: return 'software update point, not active';
    }
}
