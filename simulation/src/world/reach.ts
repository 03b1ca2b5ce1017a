import { arePortsDifferent, isOlder, isPrimarySite, isSameName, modeOf, oldestWsusFor, type Server, siteServerOf, usesSsl, wsusOf } from '@sup/model';
import type { Obstacle, ObstacleKind } from './obstacle.js';
import type { PointState, ServerState, SiteState } from './state.js';
import type { World } from './world.js';

function obstacle(kind: ObstacleKind, subject: string, ...elements: Obstacle['elements']): Obstacle {
    return { kind, subject, elements };
}

/** Returns why the site server, which runs WSUS Configuration Manager and WSUS Synchronization Manager, is not available. */
export function siteServerObstacle({ siteServer }: SiteState): Obstacle | undefined {
    return siteServer && !siteServer.isUp ? obstacle('site-server-down', siteServer.server.name, siteServer.server) : undefined;
}

/** Returns why a software update point cannot be reached. One working node of a cluster is enough. */
export function serviceObstacle(point: PointState): Obstacle | undefined {
    if (point.servers.length === 0) {
        return obstacle('no-wsus', point.point.host.name, point.point);
    }
    const obstacles = point.servers.map(server => serverObstacle(point, server));
    return obstacles.includes(undefined) ? undefined : obstacles[0];
}

function serverObstacle({ point }: PointState, state: ServerState): Obstacle | undefined {
    const { server, wsus } = state;
    if (!wsus) {
        return obstacle('no-wsus', server.name, server, point);
    }
    if (!state.isUp || !state.isWsusUp) {
        return obstacle(state.isUp ? 'wsus-down' : 'server-down', server.name, server);
    }
    if (point.ports && state.ports && arePortsDifferent(point.ports, state.ports)) {
        return obstacle('port-mismatch', server.name, point, wsus);
    }
    // Rules check the SSL settings of the plan; the simulation considers only later changes.
    if (state.ssl !== wsus.ssl || (!point.ports && state.ports !== wsus.ports)) {
        return obstacle(state.ssl !== wsus.ssl ? 'ssl-mismatch' : 'port-mismatch', server.name, point, wsus);
    }
    return state.hasValidCertificate || usesSsl(point) !== true ? undefined : obstacle('certificate', server.name, server, point);
}

/** Returns why WSUS Configuration Manager cannot configure a site's software update point. */
export function configurationObstacle(site: SiteState): Obstacle | undefined {
    const point = site.active;
    if (!point) {
        return undefined;
    }
    const { release } = site.site;
    const withoutConsole = serverWithoutConsole(site, point);
    if (withoutConsole) {
        return obstacle('console-missing', withoutConsole.name, withoutConsole, point.point);
    }
    const needed = release && oldestWsusFor(release);
    const old = needed && point.servers.find(({ wsus }) => wsus?.version && isOlder(wsus.version, needed));
    if (old) {
        return obstacle('wsus-too-old', old.server.name, old.wsus!, site.site);
    }
    const replica = isPrimarySite(site.site) && point.servers.find(({ wsus }) => wsus?.replica || (site.isRoot && point.deviations.replica));
    return replica ? obstacle('replica-on-primary', replica.server.name, ...(replica.wsus ? [replica.wsus] : [])) : serviceObstacle(point);
}

/**
 * Returns the site server if it cannot configure a software update point on another server because it has no WSUS console. Source:
 * "Prerequisites for Software Updates" (ConfigMgr 2007 library).
 */
function serverWithoutConsole({ site }: SiteState, { point, servers }: PointState): Server | undefined {
    const siteServer = siteServerOf(site);
    const isRemote = siteServer && [point.host, ...servers.map(({ server }) => server)].every(({ name }) => name !== siteServer.name);
    return isRemote && !siteServer.wsus && !siteServer.wsusConsole ? siteServer : undefined;
}

/** Returns why a site's software update point cannot synchronize with its source. */
export function synchronizationObstacle(world: World, site: SiteState): Obstacle | undefined {
    const point = site.active!;
    if (site.configuration === 'failed' && site.obstacle) {
        return site.obstacle;
    }
    const own = serviceObstacle(point) ?? sourceObstacle(site, point) ?? proxyObstacle(point);
    if (own || site.source.kind === 'none') {
        return own;
    }
    return site.isRoot ? microsoftUpdateObstacle(world, site) : upstreamObstacle(site, point);
}

function sourceObstacle({ site, source, parent, isRoot }: SiteState, { point, deviations }: PointState): Obstacle | undefined {
    if (deviations.source) {
        return obstacle('source-changed', point.host.name, point);
    }
    const settings = site.synchronizations[0] ?? site;
    if (isRoot ? source.kind === 'server' || source.kind === 'parent-site' : source.kind === 'microsoft-update') {
        return obstacle('wrong-source', source.kind === 'server' ? source.server : source.kind, settings);
    }
    const upstream = parent?.active;
    const isUpstream = source.kind !== 'server' || upstream?.point.host.name === source.server || upstream?.servers.some(({ server }) => server.name === source.server);
    return !isRoot && !isUpstream ? obstacle('wrong-source', source.server, settings) : undefined;
}

function proxyObstacle({ point, deviations, isProxyWorking }: PointState): Obstacle | undefined {
    const isBroken = deviations.proxy !== undefined || (point.proxy && !isProxyWorking);
    return isBroken ? obstacle('proxy', point.host.name, point.proxy ?? point) : undefined;
}

function microsoftUpdateObstacle({ microsoftUpdate }: World, { site, subscription }: SiteState): Obstacle | undefined {
    if (!microsoftUpdate.isReachable) {
        return obstacle('microsoft-update-down', 'Microsoft Update');
    }
    const withdrawn = subscription.products?.find(product => [...microsoftUpdate.withdrawn].some(name => isSameName(name, product)));
    return withdrawn === undefined ? undefined : obstacle('product-withdrawn', withdrawn, ...site.synchronizations);
}

function upstreamObstacle(site: SiteState, point: PointState): Obstacle | undefined {
    const upstream = site.parent?.active;
    if (!upstream) {
        return obstacle('no-upstream', site.parent?.site.code ?? site.site.code, point.point, site.parent?.site ?? site.site);
    }
    if (!site.link.isUp) {
        return obstacle('link-down', site.site.code, site.site);
    }
    const upstreamVersion = wsusOf(upstream.point)?.version;
    const version = wsusOf(point.point)?.version;
    if (upstreamVersion && version && isOlder(upstreamVersion, version)) {
        return obstacle('upstream-older', upstream.point.host.name, wsusOf(upstream.point)!, wsusOf(point.point)!);
    }
    return serviceObstacle(upstream);
}

/** Returns why a site's Internet-based software update point cannot synchronize with the active one. */
export function internetObstacle(world: World, site: SiteState): Obstacle | undefined {
    const point = site.internet!;
    const isMixed = modeOf(world.hierarchy, site.site) === 'mixed';
    return isMixed ? obstacle('mixed-mode', site.site.code, point.point, site.site) : serviceObstacle(point) ?? proxyObstacle(point);
}
