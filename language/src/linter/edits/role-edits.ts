import { type Cluster, customWebSitePorts, type Hierarchy, hostsIgnoringCase, type Ports, type Site, type SiteKind, modeOf, nodesOf, wsusOf, type WsusVersion } from '@sup/model';
import { quoteString } from '../../syntax/parser/value-converter.js';

/** The WSUS version that every service pack of Configuration Manager 2007 supports. */
export const soundWsusVersion: WsusVersion = '3.0 SP2';

/** A new `wsus` block: on a web site of its own, and as a replica on a secondary site. */
export function wsusLines(site: Site, ssl: boolean, ports = customWebSitePorts, version: string = soundWsusVersion, properties = ''): readonly string[] {
    return [wsusLine(site.kind, ssl, version, portsText(ports), properties)];
}

/** A `wsus` block at a site of some kind. The version and the ports may be placeholders of a snippet. */
export function wsusLine(kind: SiteKind | undefined, ssl: boolean, version: string = soundWsusVersion, ports = portsText(customWebSitePorts), properties = ''): string {
    return `wsus ${version} { ports: ${ports}${ssl ? '  ssl: required' : ''}${properties}${kind === 'secondary' ? '  replica: yes' : ''} }`;
}

/** A new `wsus` block for another node of a cluster, configured like the present nodes. Several nodes share a database and a folder. */
export function nodeWsusLines(hierarchy: Hierarchy, cluster: Cluster, version: string | undefined = versionOfNodes(cluster)): readonly string[] {
    const [point] = cluster.updatePoints;
    const others = nodesOf(cluster).flatMap(({ wsus }) => wsus ?? []);
    const ssl = point?.ssl === true || modeOf(hierarchy, cluster.site) === 'native';
    const shared = (name: string): string | undefined => cluster.nodes.length > 1 && others.length === 0 ? freeServerName(hierarchy, cluster.site, name) : undefined;
    const database = others.find(wsus => wsus.database !== undefined)?.database ?? shared('SQL');
    const server = shared('FS');
    const folder = others.map(wsus => wsus.contentShare ?? wsus.contentFolder).find(path => path !== undefined) ?? (server && `\\\\${server}\\wsuscontent`);
    const properties = Object.entries({ 'database': database, 'content folder': folder }).map(([key, value]) => value === undefined ? '' : `  ${key}: ${quoteString(value)}`).join('');
    return wsusLines(cluster.site, ssl, point && (point.ports ?? wsusOf(point)?.ports), version, properties);
}

/** The WSUS version of the first node that states one. */
export function versionOfNodes(cluster: Cluster): WsusVersion | undefined {
    return nodesOf(cluster).find(({ wsus }) => wsus?.version)?.wsus?.version;
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
