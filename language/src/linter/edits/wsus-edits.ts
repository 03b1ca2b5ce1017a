import {
    activeUpdatePointsOf, childrenOf, type Hierarchy, neededWsusOf, newestWsus, type Server, serversOf, type Site, siteServerOf, type SoftwareUpdatePoint, type WsusVersion, wsusVersionOf
} from '@sup/model';
import { type Edit, setHead, setProperty } from './edit.js';
import { soundWsusVersion } from './role-edits.js';

/** Plans a WSUS version for software update points, and for the consoles that the plan names on their site servers. */
export function planWsus(points: readonly SoftwareUpdatePoint[], version: WsusVersion): readonly Edit[] {
    const servers = new Set(points.flatMap(serversOf));
    const consoles = new Set(points.filter(point => point.state === 'active').map(point => siteServerOf(point.host.site)));
    return [
        ...[...servers].flatMap(({ wsus }) => wsus && wsus.version !== version ? [setHead(wsus, 'version', version)] : []),
        ...[...consoles].flatMap(server => server?.wsusConsole && server.wsusConsole !== version ? [setProperty(server, 'wsus console', version)] : [])
    ];
}

/** Plans the console on a site server that is not the software update point: it configures WSUS from there, with the same version. */
export function planConsole(site: Site, servers: readonly Server[], version: WsusVersion): readonly Edit[] {
    const siteServer = siteServerOf(site);
    const isNeeded = siteServer && !servers.includes(siteServer) && (siteServer.wsusConsole !== undefined || !siteServer.wsus);
    return isNeeded && siteServer.wsusConsole !== version ? [setProperty(siteServer, 'wsus console', version)] : [];
}

/** The WSUS version for a new WSUS server of a role: that of the software update point that it synchronizes from, if that suits the site. */
export function versionBelow(hierarchy: Hierarchy, upstream: SoftwareUpdatePoint | undefined, site: Site): WsusVersion {
    return newestWsus([neededWsusOf(hierarchy, site), (upstream && wsusVersionOf(upstream)) ?? soundWsusVersion])!;
}

/** The WSUS versions of the software update points that synchronize from the active one of a site. */
export function versionsBelow(hierarchy: Hierarchy, site: Site): readonly (WsusVersion | undefined)[] {
    return childrenOf(hierarchy, site).flatMap(activeUpdatePointsOf).flatMap(serversOf).map(({ wsus }) => wsus?.version);
}
