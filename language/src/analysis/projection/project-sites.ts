import type { ClientGroup, Cluster, ProxyServer, Server, Site, SiteKind, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';
import { readProperty } from '../../syntax/catalogue/properties.js';
import { readWsusVersion } from '../../syntax/catalogue/product-values.js';
import * as ast from '../../syntax/generated/ast.js';
import { type Block, membersOf } from '../../syntax/tree/blocks.js';
import { withOrigin } from './origin.js';
import { unknownFieldsOf } from './unknown-fields.js';

/**
 * Reads the sites of a file or segment into the model. It repairs and derives nothing: a missing or unreadable value is undefined, and a
 * misplaced block is omitted; a rule reports each of them.
 */
export function projectSites({ members }: { readonly members: readonly ast.Member[] }): readonly Site[] {
    return members.filter(ast.isSite).map(projectSite);
}

/** An element is completed and frozen after the elements inside it, because these refer to it. */
type Unfinished<T> = { -readonly [K in keyof T]: T[K] };

function projectSite(node: ast.Site): Site {
    const site: Unfinished<Site> = {
        element: 'site',
        kind: node.kind as SiteKind | undefined,
        code: node.name ?? '',
        title: node.title,
        parentCodes: node.parents.map(parent => parent.$refText),
        release: readProperty(node, 'site', 'release'),
        mode: readProperty(node, 'site', 'mode'),
        clients: readProperty(node, 'site', 'clients'),
        link: readProperty(node, 'site', 'link'),
        groupPolicy: readProperty(node, 'site', 'group policy'),
        clientInstallation: readProperty(node, 'site', 'client installation'),
        cannotReach: readProperty(node, 'site', 'cannot reach'),
        unknown: unknownFieldsOf(node),
        servers: [],
        clusters: [],
        synchronizations: [],
        clientGroups: []
    };
    const members = membersOf(node);
    site.servers = members.filter(ast.isServer).map(member => projectServer(member, site));
    site.clusters = members.filter(ast.isCluster).map(member => projectCluster(member, site));
    site.synchronizations = members.filter(ast.isSynchronization).map(member => projectSynchronization(member, site));
    site.clientGroups = members.filter(ast.isClientGroup).map(member => projectClientGroup(member, site));
    return withOrigin(site, node);
}

function projectServer(node: ast.Server, site: Site): Server {
    const members = membersOf(node);
    const server: Unfinished<Server> = {
        element: 'server',
        site,
        name: node.name ?? '',
        isSiteServer: members.some(ast.isSiteServer),
        fqdn: readProperty(node, 'server', 'fqdn'),
        internetFqdn: readProperty(node, 'server', 'internet fqdn'),
        os: readProperty(node, 'server', 'os'),
        forest: readProperty(node, 'server', 'forest'),
        trusted: readProperty(node, 'server', 'trusted'),
        otherRoles: readProperty(node, 'server', 'other roles'),
        cannotReach: readProperty(node, 'server', 'cannot reach'),
        unknown: unknownFieldsOf(node),
        wsusConsole: readProperty(node, 'server', 'wsus console'),
        wsus: undefined,
        updatePoints: []
    };
    const wsus = members.find(ast.isWsusServer);
    server.wsus = wsus && projectWsus(wsus, server);
    server.updatePoints = projectUpdatePoints(node, server);
    return withOrigin(server, node);
}

function projectWsus(node: ast.WsusServer, server: Server): WsusServer {
    return withOrigin({
        element: 'wsus',
        server,
        version: readWsusVersion(node.version.join(' ')),
        ports: readProperty(node, 'wsus', 'ports'),
        ssl: readProperty(node, 'wsus', 'ssl'),
        virtualDirectories: readProperty(node, 'wsus', 'virtual directories'),
        replica: readProperty(node, 'wsus', 'replica'),
        upstream: readProperty(node, 'wsus', 'upstream'),
        database: readProperty(node, 'wsus', 'database'),
        contentFolder: readProperty(node, 'wsus', 'content folder'),
        contentShare: readProperty(node, 'wsus', 'content share'),
        webSite: readProperty(node, 'wsus', 'web site'),
        certificateNames: readProperty(node, 'wsus', 'certificate names'),
        clientCertificates: readProperty(node, 'wsus', 'client certificates'),
        expressFiles: readProperty(node, 'wsus', 'express files'),
        previousProducts: readProperty(node, 'wsus', 'previous products'),
        previousClassifications: readProperty(node, 'wsus', 'previous classifications'),
        otherClients: readProperty(node, 'wsus', 'other clients'),
        unknown: unknownFieldsOf(node)
    } satisfies WsusServer, node);
}

function projectCluster(node: ast.Cluster, site: Site): Cluster {
    const cluster: Unfinished<Cluster> = {
        element: 'cluster',
        site,
        name: node.name ?? '',
        nodes: readProperty(node, 'cluster', 'nodes') ?? [],
        fqdn: readProperty(node, 'cluster', 'fqdn'),
        internetFqdn: readProperty(node, 'cluster', 'internet fqdn'),
        unknown: unknownFieldsOf(node),
        updatePoints: []
    };
    cluster.updatePoints = projectUpdatePoints(node, cluster);
    return withOrigin(cluster, node);
}

function projectUpdatePoints(block: Block, host: Server | Cluster): readonly SoftwareUpdatePoint[] {
    return membersOf(block).filter(ast.isSoftwareUpdatePoint).map(node => withOrigin({
        element: 'updatePoint',
        host,
        state: node.state === 'active' || node.state === 'internet' ? node.state : 'inactive',
        ports: readProperty(node, 'software update point', 'ports'),
        ssl: readProperty(node, 'software update point', 'ssl'),
        accepts: readProperty(node, 'software update point', 'accepts'),
        account: readProperty(node, 'software update point', 'account'),
        proxy: projectProxy(membersOf(node).find(ast.isProxyServer)),
        source: readProperty(node, 'software update point', 'source'),
        importPlan: readProperty(node, 'software update point', 'import'),
        unknown: unknownFieldsOf(node)
    } satisfies SoftwareUpdatePoint, node));
}

function projectProxy(node: ast.ProxyServer | undefined): ProxyServer | undefined {
    return node && withOrigin({
        element: 'proxy',
        host: readProperty(node, 'proxy', 'host'),
        port: readProperty(node, 'proxy', 'port'),
        authentication: readProperty(node, 'proxy', 'authentication'),
        account: readProperty(node, 'proxy', 'account'),
        unknown: unknownFieldsOf(node)
    } satisfies ProxyServer, node);
}

function projectSynchronization(node: ast.Synchronization, site: Site): Synchronization {
    return withOrigin({
        element: 'synchronization',
        site,
        source: readProperty(node, 'synchronization', 'source'),
        schedule: readProperty(node, 'synchronization', 'schedule'),
        products: readProperty(node, 'synchronization', 'products'),
        classifications: readProperty(node, 'synchronization', 'classifications'),
        languages: readProperty(node, 'synchronization', 'languages'),
        summaryLanguages: readProperty(node, 'synchronization', 'summary languages'),
        reportingEvents: readProperty(node, 'synchronization', 'reporting events'),
        importPlan: readProperty(node, 'synchronization', 'import'),
        unknown: unknownFieldsOf(node)
    } satisfies Synchronization, node);
}

function projectClientGroup(node: ast.ClientGroup, site: Site): ClientGroup {
    return withOrigin({
        element: 'clientGroup',
        site,
        label: node.label,
        count: readProperty(node, 'clients', 'count'),
        on: readProperty(node, 'clients', 'on'),
        policy: readProperty(node, 'clients', 'policy'),
        cannotReach: readProperty(node, 'clients', 'cannot reach'),
        unknown: unknownFieldsOf(node)
    } satisfies ClientGroup, node);
}
