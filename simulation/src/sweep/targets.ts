import { type Hierarchy, type Server, serversOf, type Site, type Target } from '@sup/model';

/** The parts of a hierarchy whose outage is simulated. */
export function targetsOf(hierarchy: Hierarchy): readonly Target[] {
    return [
        { kind: 'microsoft-update' },
        ...hierarchy.sites.flatMap(site => relevantServersOf(site)).map(({ name }) => ({ kind: 'server' as const, name })),
        ...hierarchy.sites.filter(site => site.parentCodes.length > 0).map(({ code }) => ({ kind: 'link' as const, site: code }))
    ];
}

/** The servers of a site that synchronization or clients need. */
export function relevantServersOf(site: Site): readonly Server[] {
    return site.servers.filter(server => server.isSiteServer || server.updatePoints.some(({ state }) => state !== 'inactive')
        || site.clusters.some(cluster => cluster.nodes.includes(server.name)));
}

/** Whether the outage of a part stops an Internet-based software update point that synchronizes from the active one of its site. */
export function restsOnInternetFailure(hierarchy: Hierarchy, target: Target): boolean {
    return target.kind === 'server' && hierarchy.sites.some(site => [...site.servers, ...site.clusters].some(({ updatePoints }) =>
        updatePoints.some(point => point.state === 'internet' && point.source !== 'none' && serversOf(point).some(({ name }) => name === target.name))));
}
