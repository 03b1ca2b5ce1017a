import { type Cluster, customWebSitePorts, type Hierarchy, hostsIgnoringCase, type Ports, type Server, type Site, usesSsl, modeOf, nodesOf, updatePointsOf, wsusOf, type WsusVersion } from '@sup/model';
import { quoteString } from '../../syntax/parser/value-converter.js';
import type { Fix } from '../define-rule.js';
import { insertStatement, setHead, setProperty } from './edit.js';
import { requireSsl } from './ssl-edits.js';

/** The WSUS version that every service pack of Configuration Manager 2007 supports. */
export const soundWsusVersion: WsusVersion = '3.0 SP2';

/** The maximum number of roles offered in one list of fixes. */
const offered = 10;

/**
 * Fixes that give a site an active software update point. Each inactive one can become active. If there is none, the role is
 * added to a server with WSUS, else with WSUS to the site server or another server, else on a new server. Servers that hold
 * an Internet-based software update point are not used.
 */
export function activate(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const inactive = updatePointsOf(site).filter(point => point.state === 'inactive');
    const ssl = modeOf(hierarchy, site) === 'native';
    if (inactive.length > 0) {
        return inactive.slice(0, offered).map(point => ({
            title: `Make the software update point on ${point.host.name} active`,
            edits: [setHead(point, 'state', 'active'), ...(ssl && usesSsl(point) !== true ? requireSsl(hierarchy, point) : [])]
        }));
    }
    const free = site.servers.filter(server => server.name !== '' && server.updatePoints.length === 0);
    const host = free.find(server => server.wsus) ?? free.find(server => server.isSiteServer) ?? free[0];
    return [host ? addRole(host, ssl) : addServer(hierarchy, site, ssl)];
}

function addRole(server: Server, ssl: boolean): Fix {
    const wsus = server.wsus ? [] : wsusLines(server.site, ssl);
    const existing = ssl && server.wsus && server.wsus.ssl === undefined ? [setProperty(server.wsus, 'ssl', 'required')] : [];
    return {
        title: `Add ${server.wsus ? 'an active software update point' : 'WSUS and an active software update point'} to ${server.name}`,
        edits: [...existing, insertStatement(server, ...wsus, roleLine('active', ssl))]
    };
}

function addServer(hierarchy: Hierarchy, site: Site, ssl: boolean): Fix {
    const name = freeServerName(hierarchy, site, 'SUP');
    const isSiteServer = site.servers.some(server => server.isSiteServer) ? [] : ['  site server'];
    const lines = [`server ${name} {`, ...isSiteServer, ...[...wsusLines(site, ssl), roleLine('active', ssl)].map(line => `  ${line}`), '}'];
    return { title: `Add a server ${name} with WSUS and an active software update point`, edits: [insertStatement(site, ...lines)] };
}

/** A new `wsus` block: on a web site of its own, and as a replica on a secondary site. */
export function wsusLines(site: Site, ssl: boolean, ports = customWebSitePorts, version = soundWsusVersion, properties = ''): readonly string[] {
    return [`wsus ${version} { ports: ${portsText(ports)}${ssl ? '  ssl: required' : ''}${properties}${site.kind === 'secondary' ? '  replica: yes' : ''} }`];
}

/** A new `wsus` block for another node of a cluster, configured like the present nodes. */
export function nodeWsusLines(hierarchy: Hierarchy, cluster: Cluster): readonly string[] {
    const [point] = cluster.updatePoints;
    const others = nodesOf(cluster).flatMap(({ wsus }) => wsus ?? []);
    const ssl = point?.ssl === true || modeOf(hierarchy, cluster.site) === 'native';
    const database = others.find(wsus => wsus.database !== undefined)?.database;
    const folder = others.map(wsus => wsus.contentShare ?? wsus.contentFolder).find(path => path !== undefined);
    const properties = Object.entries({ 'database': database, 'content folder': folder }).map(([key, value]) => value === undefined ? '' : `  ${key}: ${quoteString(value)}`).join('');
    return wsusLines(cluster.site, ssl, point && (point.ports ?? wsusOf(point)?.ports), others.find(wsus => wsus.version)?.version, properties);
}

/** Ports as written in a plan: `8530, 8531`. */
export function portsText(ports: Ports): string {
    return ports.https === undefined ? String(ports.http) : `${ports.http}, ${ports.https}`;
}

export function roleLine(state: 'active' | 'internet', ssl: boolean): string {
    return `software update point ${state}${ssl ? ' { ssl: yes }' : ''}`;
}

/** An unused name for another server of a site, based on the site code: `OSLSUP01`. */
export function freeServerName(hierarchy: Hierarchy, site: Site, role: string): string {
    for (let i = 1; ; i++) {
        const name = `${site.code}${role}${String(i).padStart(2, '0')}`;
        if (hostsIgnoringCase(hierarchy, name).length === 0) {
            return name;
        }
    }
}
