import {
    type Cluster, clustersWith, customWebSitePorts, type Hierarchy, isOwnDatabase, isUncPath, nodesOf, type Server, type Site, type SoftwareUpdatePoint, updatePointsOf, usedUpdatePointOn,
    usesSsl, type WsusServer
} from '@sup/model';
import type { LangiumDocument } from 'langium';
import { namesIn } from '../../analysis/references/names.js';
import { isWritten } from '../../analysis/unreadable.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { segmentsOf } from '../../syntax/segments/segmented-file.js';
import { writtenName } from '../../syntax/tree/names.js';
import { type Edit, insertStatement, replaceText, setProperty, takeOut } from '../edits/edit.js';
import { followInPolicies } from '../edits/policy-edits.js';
import { freeServerName, wsusLines } from '../edits/role-edits.js';
import { domainOf, nameInDomain, suggestedAccounts } from '../edits/suggested-names.js';
import { linesOf } from '../edits/text-edits.js';
import type { Refactoring } from './refactoring.js';

/** The number of roles in use, which is two in a sound site, for which a menu has a refactoring. */
const maxRoles = 4;

/** Moves a role in use from a server to a new cluster with that server, or from a cluster to its first node. `documents` are those of the hierarchy. */
export function clusterRole(hierarchy: Hierarchy, site: Site, documents: readonly LangiumDocument[]): readonly Refactoring[] {
    return updatePointsOf(site).filter(point => usedUpdatePointOn(point.host) === point).slice(0, maxRoles).flatMap((point): readonly Refactoring[] => {
        const { host } = point;
        if (host.element === 'server') {
            const { wsus } = host;
            return !wsus || clustersWith(host).length > 0 ? [] : [{
                id: `cluster:${host.name}`, kind: 'refactor.rewrite', title: `Put ${host.name} into a network load balancing cluster`, edits: () => toCluster(hierarchy, point, wsus)
            }];
        }
        const node = nodesOf(host).find(each => each.wsus);
        return !node || hierarchy.serversByName.get(host.name)?.length !== 1 ? [] : [{
            id: `server:${host.name}`, kind: 'refactor.rewrite', title: `Replace ${host.name} with its node ${node.name}`, edits: () => toServer(hierarchy, point, host, node, documents)
        }];
    });
}

/** The cluster has the servers of the site with WSUS and no role, or else a new one. All share the database and the content folder. */
function toCluster(hierarchy: Hierarchy, point: SoftwareUpdatePoint, wsus: WsusServer): readonly Edit[] {
    const { server } = wsus;
    const { site } = server;
    const name = freeServerName(hierarchy, site, 'NLB');
    const free = site.servers.filter(each => each !== server && each.wsus && each.updatePoints.length === 0 && clustersWith(each).length === 0).slice(0, 3);
    const shared = sharedSettings(hierarchy, wsus);
    const added = free.length > 0 ? [] : [freeServerName(hierarchy, site, 'SUP')];
    const names = [server, ...free].map(each => writtenName(each.name)).concat(added);
    const fqdn = domainOf(site) === undefined ? undefined : nameInDomain(site, name.toLowerCase());
    const planned: Cluster = { element: 'cluster', site, name, nodes: names, fqdn, internetFqdn: server.internetFqdn, updatePoints: [] };
    return [
        ...[wsus, ...free.flatMap(each => each.wsus ?? [])].flatMap(each => withSettings(each, shared)),
        takeOut(point),
        insertStatement(site,
            ...added.flatMap(node => ['', `server ${node} {`, ...nodeLines(point, wsus, node, shared).map(line => `  ${line}`), '}']),
            '',
            `cluster ${name} {`,
            `  nodes: ${names.join(', ')}`,
            ...Object.entries({ 'fqdn': fqdn, 'internet fqdn': server.internetFqdn }).flatMap(([key, value]) => value === undefined ? [] : [`  ${key}: ${quoteString(value)}`]),
            ...withAccount(linesOf(point), point).map(line => `  ${line}`),
            '}'),
        ...hierarchy.sites.filter(({ clientInstallation }) => clientInstallation === server.name).map(each => setProperty(each, 'client installation', name)),
        ...followInPolicies(hierarchy, point, { host: planned })
    ];
}

interface Setting {
    readonly key: string;
    readonly value: string;
}

/** The database and the content folder of a WSUS server as all nodes of a cluster can use them. */
function sharedSettings(hierarchy: Hierarchy, wsus: WsusServer): readonly Setting[] {
    const { server: { site }, database, contentFolder, contentShare } = wsus;
    const isShared = database !== undefined && !isOwnDatabase(database);
    const folder = contentShare ?? (contentFolder !== undefined && isUncPath(contentFolder) ? contentFolder : `\\\\${freeServerName(hierarchy, site, 'FS')}\\wsuscontent`);
    const key = contentShare !== undefined || (contentFolder !== undefined && !isUncPath(contentFolder)) ? 'content share' : 'content folder';
    return [
        { key: 'database', value: quoteString(isShared ? database : freeServerName(hierarchy, site, 'SQL')) },
        { key, value: quoteString(folder) }
    ];
}

function withSettings(wsus: WsusServer, settings: readonly Setting[]): readonly Edit[] {
    const missing = settings.filter(({ key }) => !isWritten(wsus, key));
    return [
        ...settings.filter(each => !missing.includes(each)).map(({ key, value }) => setProperty(wsus, key, value)),
        ...missing.length === 0 ? [] : [insertStatement(wsus, ...missing.map(({ key, value }) => `${key}: ${value}`))]
    ];
}

function nodeLines(point: SoftwareUpdatePoint, wsus: WsusServer, node: string, shared: readonly Setting[]): readonly string[] {
    const { site } = wsus.server;
    const fqdn = domainOf(site) === undefined ? [] : [`fqdn: ${quoteString(nameInDomain(site, node.toLowerCase()))}`];
    const properties = shared.map(({ key, value }) => `  ${key === 'content share' ? 'content folder' : key}: ${value}`).join('');
    return [...fqdn, ...wsusLines(site, usesSsl(point) === true, wsus.ports ?? point.ports ?? customWebSitePorts, wsus.version, properties)];
}

/** The lines of a role with the account that the connection to a cluster needs. */
function withAccount(lines: readonly string[], { account, host }: SoftwareUpdatePoint): readonly string[] {
    if (account !== undefined) {
        return lines;
    }
    const property = `account: ${quoteString(suggestedAccounts(host.site)[0]!)}`;
    const at = lines.findIndex(line => line.startsWith('software'));
    const head = lines[at]!;
    return lines.toSpliced(at, 1, ...head.includes('{') && !head.includes('}')
        ? [head, `  ${property}`]
        : [head.includes('}') ? head.replace(/\s*\}(?=[^}]*$)/, `  ${property} }`) : head.replace(/(?=\s*(?:\/\/|$))/, ` { ${property} }`)]);
}

/** The node gets the role in place of its own, and every use of the cluster's name becomes the node's. */
function toServer(hierarchy: Hierarchy, point: SoftwareUpdatePoint, cluster: Cluster, node: Server, documents: readonly LangiumDocument[]): readonly Edit[] {
    return [
        ...node.updatePoints.map(takeOut),
        insertStatement(node, ...linesOf(point)),
        takeOut(cluster),
        ...documents.flatMap(document => segmentsOf(document).flatMap(segment => namesIn(segment).get(cluster.name) ?? []).filter(({ kind }) => kind === 'server').flatMap(({ token }) => {
            const written = token();
            return written ? [replaceText(document, written, written.text.startsWith('"') ? quoteString(node.name) : writtenName(node.name))] : [];
        })),
        ...followInPolicies(hierarchy, point, { host: node })
    ];
}
