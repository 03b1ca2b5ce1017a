import {
    activeUpdatePointsOf, type Hierarchy, isOlder, isPrimarySite, listOf, modeOf, nearestUpdatePointAbove, neededWsusOf, newestWsus, parentOf, type Server, serversOf, type Site, soundParentOf, type SoftwareUpdatePoint, updatePointsOf,
    usesSsl, type WsusServer, type WsusVersion, wsusVersionOf
} from '@sup/model';
import type { Fix } from '../define-rule.js';
import { type Edit, insertStatement, setHead, setProperty } from './edit.js';
import { freeServerName, roleLine, soundWsusVersion, wsusLines } from './role-edits.js';
import { requireSsl } from './ssl-edits.js';
import { Upgrade } from './upgrade.js';
import { planConsole, versionsBelow } from './wsus-edits.js';

/** The maximum number of roles offered in one list of fixes. */
const offered = 10;

/**
 * Fixes that give a site an active software update point. Each inactive one can become active. If there is none, the role is
 * added to a server with WSUS, else with WSUS to the site server or another server, else on a new server. Servers that hold
 * an Internet-based software update point are not used. WSUS gets a version that suits the sites above and below.
 */
export function activate(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    return activations(hierarchy, site, versionsFor(hierarchy, [site])).map(({ title, edits, installed }) => ({ title, edits: [...edits, ...raiseAbove(hierarchy, site, installed)] }));
}

/** Gives every site of a chain an active software update point: the parent of a site without one, its parent, and so on. */
export function activateAll(hierarchy: Hierarchy, chain: readonly Site[]): readonly Edit[] {
    const versions = versionsFor(hierarchy, chain);
    const chosen = chain.map(site => activations(hierarchy, site, versions)[0]!);
    const newest = newestWsus(chosen.map(({ installed }) => installed))!;
    return [...chosen.flatMap(({ edits }) => edits), ...raiseAbove(hierarchy, chain.at(-1)!, newest)];
}

/** WSUS versions for the software update points of a chain of sites. */
interface Versions {
    /** The oldest version that suits the sites and the software update points below. */
    readonly least: WsusVersion | undefined;
    /** The version for a new WSUS server. */
    readonly fresh: WsusVersion;
}

/** Gives a site, and every site between it and the next one above with an active software update point, one too. */
export function fillGap(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const above = nearestUpdatePointAbove(hierarchy, site);
    const gap = [site];
    for (let next = parentOf(hierarchy, site); above && next && next !== above && isPrimarySite(next); next = parentOf(hierarchy, next)) {
        gap.push(next);
    }
    return gap.length === 1 ? activate(hierarchy, site) : [{ title: `Give ${listOf(gap.map(({ code }) => code))} an active software update point each`, edits: activateAll(hierarchy, gap) }];
}

interface Activation extends Fix {
    /** The version of WSUS on the activated role. */
    readonly installed: WsusVersion;
}

function activations(hierarchy: Hierarchy, site: Site, versions: Versions): readonly Activation[] {
    const ssl = modeOf(hierarchy, site) === 'native';
    const inactive = updatePointsOf(site).filter(point => point.state === 'inactive');
    if (inactive.length > 0) {
        return inactive.slice(0, offered).map(point => makeActive(hierarchy, point, ssl, versions));
    }
    const free = site.servers.filter(server => server.name !== '' && server.updatePoints.length === 0 && !site.clusters.some(({ nodes }) => nodes.includes(server.name)));
    const host = free.find(server => server.wsus) ?? free.find(server => server.isSiteServer) ?? free[0];
    return [host ? addRole(host, ssl, versions) : addServer(hierarchy, site, ssl, versions.fresh)];
}

function makeActive(hierarchy: Hierarchy, point: SoftwareUpdatePoint, ssl: boolean, { least, fresh }: Versions): Activation {
    const servers = serversOf(point);
    const old = servers.flatMap(server => tooOld(server, least));
    const installed = newestWsus([...servers.map(({ wsus }) => wsus?.version), old.length > 0 ? least : undefined]) ?? fresh;
    return {
        title: `Make the software update point on ${point.host.name} active${old.length > 0 ? `, with WSUS ${least}` : ''}`,
        installed,
        edits: [
            setHead(point, 'state', 'active'),
            ...old.map(wsus => setHead(wsus, 'version', least)),
            ...(ssl && usesSsl(point) !== true ? requireSsl(hierarchy, point) : []),
            ...planConsole(point.host.site, servers, installed)
        ]
    };
}

function addRole(server: Server, ssl: boolean, { least, fresh }: Versions): Activation {
    const old = tooOld(server, least);
    const installed = newestWsus([server.wsus?.version, old.length > 0 ? least : undefined]) ?? fresh;
    return {
        title: `Add ${server.wsus ? 'an active software update point' : 'WSUS and an active software update point'} to ${server.name}`,
        installed,
        edits: [
            ...(ssl && server.wsus && server.wsus.ssl === undefined ? [setProperty(server.wsus, 'ssl', 'required')] : []),
            ...old.map(wsus => setHead(wsus, 'version', least)),
            insertStatement(server, ...(server.wsus ? [] : wsusLines(server.site, ssl, undefined, fresh)), roleLine('active', ssl)),
            ...planConsole(server.site, [server], installed)
        ]
    };
}

function tooOld({ wsus }: Server, least: WsusVersion | undefined): readonly WsusServer[] {
    return least && wsus?.version && isOlder(wsus.version, least) ? [wsus] : [];
}

function addServer(hierarchy: Hierarchy, site: Site, ssl: boolean, version: WsusVersion): Activation {
    const name = freeServerName(hierarchy, site, 'SUP');
    const isSiteServer = site.servers.some(server => server.isSiteServer) ? [] : ['  site server'];
    const lines = [`server ${name} {`, ...isSiteServer, ...[...wsusLines(site, ssl, undefined, version), roleLine('active', ssl)].map(line => `  ${line}`), '}'];
    return {
        title: `Add a server ${name} with WSUS and an active software update point`,
        installed: version,
        edits: [insertStatement(site, ...lines), ...planConsole(site, [], version)]
    };
}

/** A new WSUS server gets the version of the one above, since a newer one could not synchronize from it, unless that is too old for the sites. */
function versionsFor(hierarchy: Hierarchy, chain: readonly Site[]): Versions {
    const least = newestWsus(chain.flatMap(site => [neededWsusOf(hierarchy, site), ...versionsBelow(hierarchy, site)]));
    const above = upstreamFor(hierarchy, chain.at(-1)!);
    return { least, fresh: newestWsus([least, (above && wsusVersionOf(above)) ?? soundWsusVersion])! };
}

/** Raises WSUS above a site if it is older than the version of the site. */
function raiseAbove(hierarchy: Hierarchy, site: Site, version: WsusVersion): readonly Edit[] {
    const above = upstreamFor(hierarchy, site);
    return above ? new Upgrade(hierarchy).raiseWsus([above], version).edits : [];
}

/** The software update point that an active one of a site synchronizes from. */
function upstreamFor(hierarchy: Hierarchy, site: Site): SoftwareUpdatePoint | undefined {
    const parent = soundParentOf(hierarchy, site);
    const [upstream, ...others] = parent ? activeUpdatePointsOf(parent) : [];
    return others.length === 0 ? upstream : undefined;
}
