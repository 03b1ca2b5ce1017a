import { activeUpdatePointOf, assembleHierarchy, type Hierarchy, type Server, type Site, synchronizationRootsOf } from '@sup/model';
import { Simulation, TraceCollector } from '@sup/simulation';
import { blankServer, blankUpdatePoint, blankWsus } from './blank-elements.js';
import { readExample } from './markers.js';
import { workspaceWith } from './workspace.js';

const fortnight = 14 * 24 * 60;

/**
 * Returns the distinct symptoms of an example in a simulation of two weeks: errors by kind and reason, sites with a software update point
 * that never synchronize, and clients that never scan. The top sites start synchronization on the first day.
 */
export async function symptomsOf(example: string): Promise<ReadonlySet<string>> {
    const { files } = readExample(example);
    const workspace = await workspaceWith(files);
    const hierarchies = new Set(workspace.documents().map(document => workspace.services.analysis.hierarchies.of(document)));
    return new Set([...hierarchies].flatMap(hierarchy => simulate(populated(hierarchy))));
}

function simulate(hierarchy: Hierarchy): readonly string[] {
    const collector = new TraceCollector();
    const events = synchronizationRootsOf(hierarchy).map(({ code }) => ({ element: 'event', at: 10, action: { kind: 'synchronize', site: code } } as const));
    const simulation = new Simulation(hierarchy, { element: 'scenario', title: undefined, duration: fortnight, seed: 1, assumptions: {}, events, expectations: [] }, { seed: 1, observers: [collector] });
    while (!simulation.advance(10_000));
    const { sites, groups } = simulation.result().summary;
    // A server refuses scans also below the supported number of clients, if all of them scan in the same hours after a roll-out.
    const errors = collector.entries.filter(({ severity, details }) => severity === 'error' && !(details.kind === 'scan-failed' && details.result === 'busy')).map(({ details }) =>
        details.kind === 'scan-failed' ? `scan-failed: ${details.result}` : 'obstacle' in details ? `${details.kind}: ${details.obstacle.kind}` : details.kind);
    const isSilent = sites.some(({ site, synchronizations }) => activeUpdatePointOf(site) && synchronizations === 0);
    const isUnscanned = groups.some(({ lastSuccess }) => lastSuccess === undefined);
    return [...errors, ...isSilent ? ['a site never synchronizes'] : [], ...isUnscanned ? ['clients never scan'] : []];
}

/** Adds clients to all sites of an example, and a software update point to each site if the example has no servers at all. */
function populated({ name, sites }: Hierarchy): Hierarchy {
    const isBare = sites.every(site => site.servers.length === 0 && site.clusters.length === 0);
    return assembleHierarchy(name, sites.map(old => {
        const site = { ...old, clients: old.clients ?? { intranet: 10, internet: 0 } };
        return isBare ? { ...site, servers: [serverOf(site)] } : site;
    }));
}

function serverOf(site: Site): Server {
    const server = {
        ...blankServer, element: 'server' as const, site, name: `${site.code}SUP99`, isSiteServer: true, updatePoints: []
    };
    return Object.assign(server, {
        wsus: {
            ...blankWsus, element: 'wsus', server, version: '3.0 SP2', ports: { http: 8530, https: 8531 }, replica: site.kind === 'secondary'
        },
        updatePoints: [{ ...blankUpdatePoint, element: 'updatePoint', host: server, state: 'active' }]
    } as const);
}
