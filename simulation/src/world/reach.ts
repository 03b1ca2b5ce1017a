import { arePortsDifferent, blockingNames, isOlder, isPrimarySite, isSameName, isUnknown, microsoftUpdate as microsoftUpdateName, missingCertificateNames, modeOf, oldestWsusFor, siteServerOf, type SoftwareUpdatePoint, usesSsl, wsusOf } from '@sup/model';
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

/** Returns why no file moves between a site and its parent: the link is down, or one of the site servers, which send and receive. */
export function transmissionObstacle(site: SiteState): Obstacle | undefined {
    return site.link.isUp ? siteServerObstacle(site) ?? (site.parent && siteServerObstacle(site.parent)) : obstacle('link-down', site.site.code, site.site);
}

/** Returns why a software update point cannot be reached. One working node of a cluster is enough. */
export function serviceObstacle(point: PointState): Obstacle | undefined {
    if (point.servers.length === 0) {
        return obstacle('no-wsus', point.point.host.name, point.point);
    }
    let first: Obstacle | undefined;
    for (const server of point.servers) {
        const found = serverObstacle(point, server);
        if (!found) {
            return undefined;
        }
        first ??= found;
    }
    return first;
}

function serverObstacle({ point }: PointState, state: ServerState): Obstacle | undefined {
    const { server, wsus } = state;
    if (!wsus) {
        return obstacle('no-wsus', server.name, server, point);
    }
    if (!state.isUp || !state.isWsusUp) {
        return obstacle(state.isUp ? 'wsus-down' : 'server-down', server.name, server);
    }
    if (!point.ports ? state.ports !== wsus.ports : state.ports && arePortsDifferent(point.ports, state.ports)) {
        return obstacle('port-mismatch', server.name, point, wsus);
    }
    if (hasOtherSsl(point, state)) {
        return obstacle('ssl-mismatch', server.name, point, wsus);
    }
    const isValid = state.hasValidCertificate && (!wsus.certificateNames || missingCertificateNames(point, wsus).length === 0);
    return isValid || usesSsl(point) !== true ? undefined : obstacle('certificate', server.name, server, point);
}

/**
 * Whether the WSUS web site requires SSL and the role does not use it, or the reverse. A setting that the plan does not state is taken from the
 * other side until an administrator changes it. Source: Knowledge Base article 3090184.
 */
function hasOtherSsl(point: SoftwareUpdatePoint, { ssl, wsus }: ServerState): boolean {
    if (ssl === undefined) {
        return false;
    }
    const isChanged = ssl !== wsus?.ssl;
    const role = point.ssl ?? (isUnknown(point, 'ssl') || !isChanged ? undefined : usesSsl(point) ?? false);
    return role !== undefined && (ssl !== 'off') !== role;
}

/** Returns why WSUS Configuration Manager cannot configure a site's software update point. */
export function configurationObstacle(world: World, site: SiteState): Obstacle | undefined {
    const point = site.active;
    if (!point) {
        return undefined;
    }
    const { release } = site.site;
    const needed = release && oldestWsusFor(release);
    const old = needed && point.servers.find(({ wsus }) => wsus?.version && isOlder(wsus.version, needed));
    const replica = isPrimarySite(site.site) && point.servers.find(({ wsus }) => wsus?.replica);
    return consoleObstacle(site, point)
        ?? (old ? obstacle('wsus-too-old', old.server.name, old.wsus!, site.site) : undefined)
        ?? (replica ? obstacle('replica-on-primary', replica.server.name, ...(replica.wsus ? [replica.wsus] : [])) : undefined)
        ?? forestObstacle(point) ?? serviceObstacle(point) ?? siteServerConnectionObstacle(world, site, point);
}

/**
 * Returns why the site server cannot configure a software update point on another server: it has no WSUS console, or one without a service
 * pack for a server that has one. Sources: "Prerequisites for Software Updates" (ConfigMgr 2007 library); "WSUS Configuration Manager"
 * (Configuration Manager documentation), for the version.
 */
function consoleObstacle({ site }: SiteState, { point, servers }: PointState): Obstacle | undefined {
    const siteServer = siteServerOf(site);
    const isRemote = siteServer && [point.host, ...servers.map(({ server }) => server)].every(({ name }) => name !== siteServer.name);
    if (!isRemote) {
        return undefined;
    }
    const installed = siteServer.wsusConsole ?? siteServer.wsus?.version;
    if (installed === undefined) {
        return siteServer.wsus || isUnknown(siteServer, 'wsusConsole') ? undefined : obstacle('console-missing', siteServer.name, siteServer, point);
    }
    const isOld = installed === '3.0' && servers.some(({ wsus }) => wsus?.version && wsus.version !== '3.0');
    return isOld ? obstacle('console-too-old', siteServer.name, siteServer, point) : undefined;
}

/**
 * Returns the server of a software update point to which the site server cannot connect, because the forest of the server is not trusted and the role has no
 * account there. Source: "How to Configure the Software Update Point Connection Account" (ConfigMgr 2007 library).
 */
function forestObstacle({ point, servers }: PointState): Obstacle | undefined {
    const untrusted = point.account === undefined && !isUnknown(point, 'account') ? servers.find(({ server }) => server.trusted === false) : undefined;
    return untrusted && obstacle('untrusted-forest', untrusted.server.name, untrusted.server, point);
}

function siteServerConnectionObstacle(world: World, site: SiteState, point: PointState): Obstacle | undefined {
    const { siteServer } = site;
    return siteServer && !point.servers.includes(siteServer) ? connectionObstacle(world, [siteServer], point) : undefined;
}

/** Returns why none of some servers can connect to a software update point: the plan or an event of the scenario blocks all of them. */
function connectionObstacle(world: World, from: readonly ServerState[], { point }: PointState, hosts: readonly string[] = []): Obstacle | undefined {
    const isBlocked = from.length > 0 && (world.blocks.size > 0 || from.some(({ server, site }) => server.cannotReach ?? site.site.cannotReach)) && from.every(({ server, site }) => {
        const ends = blockedEnds(world, [server.name, site.site.code, ...hosts], [...server.cannotReach ?? [], ...site.site.cannotReach ?? []]);
        return reachBlockedBy(ends, point);
    });
    return isBlocked ? obstacle('blocked', point.host.name, from[0]!.server, point) : undefined;
}

/** Whether one of the names of ends that cannot be reached stands for a software update point. */
export function reachBlockedBy(ends: readonly string[], point: SoftwareUpdatePoint): boolean {
    return ends.length > 0 && (blockingNames(ends, point).length > 0 || ends.includes(point.host.site.code));
}

/** The names that some names cannot reach: those that the plan lists, and those that events of the scenario block. */
export function blockedEnds({ blocks }: World, names: readonly string[], planned: readonly string[]): readonly string[] {
    return blocks.size === 0 ? planned : [...planned, ...names.flatMap(name => [...blocks.get(name) ?? []])];
}

/** Returns why a site's software update point cannot synchronize with its source. */
export function synchronizationObstacle(world: World, site: SiteState): Obstacle | undefined {
    const point = site.active!;
    if (site.configuration === 'failed' && site.obstacle) {
        return unconfiguredObstacle(world, site, site.obstacle);
    }
    const own = serviceObstacle(point) ?? sourceObstacle(site, point) ?? replicaObstacle(site, point) ?? proxyObstacle(point);
    if (own || site.source.kind === 'none') {
        return own;
    }
    return site.isRoot ? microsoftUpdateObstacle(world, site) : upstreamObstacle(world, site, point);
}

/** The reason of the failed configuration, if it still holds. If it does not, WSUS is not configured until the next verification. */
function unconfiguredObstacle(world: World, site: SiteState, failed: Obstacle): Obstacle {
    const now = configurationObstacle(world, site);
    return now?.kind === failed.kind && now.subject === failed.subject ? failed : obstacle('not-configured', failed.subject, ...failed.elements);
}

function sourceObstacle({ site, source, parent, isRoot }: SiteState, { point, deviations }: PointState): Obstacle | undefined {
    if (deviations.source) {
        return obstacle(isRoot ? 'top-source-changed' : 'source-changed', point.host.name, point);
    }
    const settings = site.synchronizations[0] ?? site;
    if (isRoot ? source.kind === 'server' || source.kind === 'parent-site' : source.kind === 'microsoft-update') {
        return obstacle('wrong-source', source.kind === 'server' ? source.server : source.kind, settings);
    }
    const upstream = parent?.active;
    const isUpstream = source.kind !== 'server' || upstream?.point.host.name === source.server || upstream?.servers.some(({ server }) => server.name === source.server);
    return !isRoot && !isUpstream ? obstacle('wrong-source', source.server, settings) : undefined;
}

/**
 * Returns that an administrator has made WSUS of a primary site a replica, which cannot synchronize until its setting is restored. Source: "WSUS
 * Configuration Manager" (Configuration Manager documentation).
 */
function replicaObstacle({ site }: SiteState, { point, deviations }: PointState): Obstacle | undefined {
    return isPrimarySite(site) && deviations.replica === true ? obstacle('replica-set', point.host.name, point) : undefined;
}

function proxyObstacle({ point, deviations, isProxyWorking }: PointState): Obstacle | undefined {
    const lacksAddress = point.proxy && !point.proxy.host?.trim() && !isUnknown(point.proxy, 'host');
    const isBroken = deviations.proxy !== undefined || lacksAddress || (point.proxy && !isProxyWorking);
    return isBroken ? obstacle('proxy', point.host.name, point.proxy ?? point) : undefined;
}

function microsoftUpdateObstacle(world: World, { site, subscription, active }: SiteState): Obstacle | undefined {
    const { microsoftUpdate } = world;
    if (!microsoftUpdate.isReachable) {
        return obstacle('microsoft-update-down', microsoftUpdateName);
    }
    const { point, servers } = active!;
    const isBlocked = !point.proxy && servers.length > 0 && servers.every(({ server }) =>
        blockedEnds(world, [server.name, point.host.name, site.code], [...server.cannotReach ?? [], ...site.cannotReach ?? []]).includes(microsoftUpdateName));
    if (isBlocked) {
        return obstacle('blocked', microsoftUpdateName, servers[0]!.server, point);
    }
    const withdrawn = subscription.products?.find(product => [...microsoftUpdate.withdrawn].some(name => isSameName(name, product)));
    return withdrawn === undefined ? undefined : obstacle('product-withdrawn', withdrawn, ...site.synchronizations);
}

function upstreamObstacle(world: World, site: SiteState, point: PointState): Obstacle | undefined {
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
    return serviceObstacle(upstream) ?? (point.point.proxy ? undefined : connectionObstacle(world, point.servers, upstream, [point.point.host.name]));
}

/** Returns why a site's Internet-based software update point cannot synchronize with the active one. */
export function internetObstacle(world: World, site: SiteState): Obstacle | undefined {
    const point = site.internet!;
    const isMixed = modeOf(world.hierarchy, site.site) === 'mixed';
    return isMixed ? obstacle('mixed-mode', site.site.code, point.point, site.site)
        : forestObstacle(point) ?? serviceObstacle(point) ?? proxyObstacle(point) ?? (point.point.proxy ? undefined : connectionObstacle(world, point.servers, site.active!, [point.point.host.name]));
}
