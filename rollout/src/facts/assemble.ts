import { assembleHierarchy, type Cluster, type Hierarchy, memoize, type Server, type Site, type SoftwareUpdatePoint, type WsusServer } from '@sup/model';
import type { HostFacts, PlanFacts, SiteFacts } from './plan-facts.js';

/** Assembles the hierarchy that facts describe. Sites whose facts are the same object are the same object too, so that what was computed from them is kept. */
export function assemble({ name, sites }: PlanFacts): Hierarchy {
    return assembleHierarchy(name, [...sites.values()].map(assembleSite));
}

/** The site of facts, in every hierarchy that they belong to. */
export const assembleSite = memoize((facts: SiteFacts): Site => {
    const site = { element: 'site', ...facts.own, servers: [] as Server[], clusters: [] as Cluster[], synchronizations: [] as Site['synchronizations'], clientGroups: [] as Site['clientGroups'] } as const;
    for (const host of facts.hosts.values()) {
        if (host.element === 'server') {
            site.servers.push(assembleServer(host, site));
        } else {
            site.clusters.push(withRole({ ...host.own as Cluster, element: 'cluster', site, updatePoints: [] as SoftwareUpdatePoint[] }, host));
        }
    }
    return Object.assign(site, {
        synchronizations: facts.synchronization ? [{ element: 'synchronization', site, ...facts.synchronization }] : [],
        clientGroups: [...facts.groups.values()].map(group => ({ element: 'clientGroup', site, ...group }))
    });
});

function assembleServer(facts: HostFacts, site: Site): Server {
    const server = withRole({ ...facts.own as Server, element: 'server', site, wsus: undefined as WsusServer | undefined, updatePoints: [] as SoftwareUpdatePoint[] }, facts);
    server.wsus = facts.wsus && { element: 'wsus', server, ...facts.wsus };
    return server;
}

function withRole<H extends (Server | Cluster) & { updatePoints: SoftwareUpdatePoint[] }>(host: H, { role }: HostFacts): H {
    if (role) {
        host.updatePoints.push({ element: 'updatePoint', host, ...role });
    }
    return host;
}
