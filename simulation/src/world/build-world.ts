import { activeUpdatePointOf, type Assumptions, childrenOf, derivedSourceOf, type Hierarchy, internetUpdatePointsOf, isPrimarySite, modeOf, parentOf, rootsOf, serversOf, type Site, type SoftwareUpdatePoint, sourceOf, synchronizationRootsOf, wsusOf } from '@sup/model';
import { emptyCatalog } from './catalog.js';
import { clientGroupsOf } from './client-groups.js';
import { HourlyPeak } from './hourly-peak.js';
import { createLink } from './link.js';
import { ServerQueue } from './server-queue.js';
import type { PointState, ServerState, SiteState } from './state.js';
import { World } from './world.js';

/**
 * Builds the state of a hierarchy right after installation: everything is up, nothing is configured or synchronized yet. The result does
 * not depend on the order of declarations in the plan.
 */
export function buildWorld(hierarchy: Hierarchy, assumed: Assumptions, seed: number): World {
    const world = new World(hierarchy, assumed, seed);
    const roots = new Set(synchronizationRootsOf(hierarchy));
    const states = new Map<Site, SiteState>();
    for (const [rank, { site, depth }] of topDown(hierarchy).entries()) {
        const parent = parentOf(hierarchy, site);
        const state = createSite(world, site, rank, depth, parent && states.get(parent), roots.has(site));
        states.set(site, state);
        world.sites.push(state);
        state.parent?.children.push(state);
        if (!world.sitesByCode.has(site.code)) {
            world.sitesByCode.set(site.code, state);
        }
    }
    for (const site of world.sites) {
        site.groups.push(...clientGroupsOf(site));
        for (const group of site.groups) {
            world.groups.push(group);
            world.groupsByName.set(group.name, group);
        }
    }
    return world;
}

/** Orders sites by depth and then by code. Sites without a path to the top, because their parents form a loop, come last. */
function topDown(hierarchy: Hierarchy): readonly { site: Site; depth: number }[] {
    const tops = hierarchy.sites.filter(site => !parentOf(hierarchy, site));
    const depths = new Map([...rootsOf(hierarchy), ...tops].map(site => [site, 0]));
    for (const [site, depth] of depths) {
        childrenOf(hierarchy, site).forEach(child => depths.has(child) || depths.set(child, depth + 1));
    }
    const unreached = depths.size;
    hierarchy.sites.forEach(site => depths.has(site) || depths.set(site, unreached));
    // The sites of the hierarchy are in the order of their codes, and the sort is stable.
    return hierarchy.sites.map(site => ({ site, depth: depths.get(site)! })).sort((a, b) => a.depth - b.depth);
}

function createSite(world: World, site: Site, rank: number, depth: number, parent: SiteState | undefined, isRoot: boolean): SiteState {
    const active = activeUpdatePointOf(site);
    const settings = site.synchronizations[0];
    const state: SiteState = {
        site, mode: modeOf(world.hierarchy, site), rank, depth, parent, isRoot, root: parent?.root, children: [], groups: [],
        siteServer: undefined,
        link: createLink(site.link, world.assumed),
        active: undefined, internet: undefined,
        source: sourceOf(world.hierarchy, site) ?? derivedSourceOf(world.hierarchy, site),
        subscription: { products: settings?.products, classifications: settings?.classifications, languages: settings?.languages, wsus: active && wsusOf(active)?.version },
        configuration: 'pending', obstacle: undefined, verifyAt: undefined, healthCheckAt: undefined,
        run: undefined, pending: undefined, retry: 0,
        contentVersion: 0, consoleVersion: 0, policies: [],
        lastSuccess: undefined, lastFailure: undefined, lastFailureEntry: undefined, syncs: 0, failures: 0
    };
    if (isRoot) {
        state.root = state;
    }
    const servers = createServers(world, state);
    const siteServer = site.servers.find(server => server.isSiteServer);
    state.siteServer = siteServer && servers.get(siteServer.name);
    state.active = active && createPoint(world, state, servers, active);
    // On a secondary site the console offers the role, but no client uses it. Source: "About the Software Update Point".
    const internet = isPrimarySite(site) ? internetUpdatePointsOf(site)[0] : undefined;
    state.internet = internet && createPoint(world, state, servers, internet);
    return state;
}

function createServers(world: World, site: SiteState): ReadonlyMap<string, ServerState> {
    const servers = new Map<string, ServerState>();
    for (const server of site.site.servers) {
        const { wsus } = server;
        const state = { server, wsus, site, isUp: true, isWsusUp: true, hasValidCertificate: true, ports: wsus?.ports, ssl: wsus?.ssl };
        servers.set(server.name, state);
        if (!world.servers.has(server.name)) {
            world.servers.set(server.name, state);
        }
    }
    return servers;
}

function createPoint(world: World, site: SiteState, servers: ReadonlyMap<string, ServerState>, point: SoftwareUpdatePoint): PointState {
    const state: PointState = {
        point, site,
        servers: serversOf(point).flatMap(server => servers.get(server.name) ?? []),
        catalog: emptyCatalog, contentVersion: 0, deviations: {}, isImported: false,
        isProxyWorking: true, isContentShared: true, isHealthy: true,
        versionSince: 0, clients: 0, mostClients: 0, scans: 0, queue: new ServerQueue(), peak: new HourlyPeak()
    };
    for (const name of [point.host.name, ...state.servers.map(({ server }) => server.name)]) {
        if (!world.points.has(name)) {
            world.points.set(name, state);
        }
    }
    return state;
}
