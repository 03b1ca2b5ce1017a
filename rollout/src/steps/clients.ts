import { clientsOf, type Cluster, type Hierarchy, nodesOf, type Server, type SoftwareUpdatePoint, toUpperCaseCode, usedOnInternet, usedOnIntranet } from '@sup/model';

/** The clients of a site on one network. */
export interface ClientsOfSite {
    readonly site: string;
    readonly on: 'intranet' | 'internet';
    readonly count: number;
}

/** The clients of a site on one network, with the software update point that serves them; undefined if none does. */
export interface ServedClients extends ClientsOfSite {
    readonly point: SoftwareUpdatePoint | undefined;
}

/** The clients of a hierarchy, each with the software update point that serves them; undefined if none does. */
export function* servedClients(hierarchy: Hierarchy): Generator<ServedClients> {
    for (const site of hierarchy.sites) {
        const counts = clientsOf(site);
        for (const on of ['intranet', 'internet'] as const) {
            if (counts[on] > 0) {
                yield { site: site.code, on, count: counts[on], point: on === 'intranet' ? usedOnIntranet(hierarchy, site) : usedOnInternet(site) };
            }
        }
    }
}

/** The clients that use one of the given servers, or a cluster with one of them as a node. */
export function clientsUsing(hierarchy: Hierarchy, hosts: readonly string[]): readonly ClientsOfSite[] {
    const names = new Set(hosts.map(toUpperCaseCode));
    const isUsed = (host: Server | Cluster): boolean => names.has(toUpperCaseCode(host.name)) || (host.element === 'cluster' && nodesOf(host).some(({ name }) => names.has(toUpperCaseCode(name))));
    return [...servedClients(hierarchy)].filter(({ point }) => point && isUsed(point.host)).map(({ site, on, count }) => ({ site, on, count }));
}

export const totalClients = (clients: readonly ClientsOfSite[]): number => clients.reduce((sum, { count }) => sum + count, 0);
