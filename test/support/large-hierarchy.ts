import { assembleHierarchy, type Hierarchy, type Server, type Site } from '@sup/model';

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/**
 * Creates a valid hierarchy of `count` sites, each with a software update point and clients. Every primary site has seven children, of
 * which the last four are secondary sites. It synchronizes every day at 02:07.
 */
export function largeHierarchy(count: number): Hierarchy {
    const sites: Site[] = [];
    const parents: Site[] = [];
    for (let i = 0; i < count; i++) {
        const position = (i - 1) % 7;
        const parent = parents[Math.floor((i - 1) / 7)];
        const site = createSite(i, parent, i > 0 && position >= 3);
        sites.push(site);
        if (site.kind !== 'secondary') {
            parents.push(site);
        }
    }
    return assembleHierarchy(undefined, sites);
}

function createSite(i: number, parent: Site | undefined, isSecondary: boolean): Site {
    const site: Writable<Site> = {
        element: 'site', kind: parent ? isSecondary ? 'secondary' : 'primary' : 'central', code: i.toString(36).toUpperCase().padStart(3, '0'), title: undefined,
        parentCodes: parent ? [parent.code] : [], release: { product: 'ConfigMgr 2007', servicePack: 'SP2', addOn: undefined }, mode: isSecondary ? undefined : 'mixed',
        clients: { intranet: 100, internet: 0 }, link: parent && { bandwidth: 2_048, latency: 20, open: undefined }, groupPolicy: undefined,
        servers: [], clusters: [], synchronizations: [], clientGroups: []
    };
    site.servers = [createServer(site, isSecondary)];
    site.synchronizations = parent ? [] : [{
        element: 'synchronization', site, source: undefined, schedule: { kind: 'every', count: 1, unit: 'day', at: 127 },
        products: ['Windows XP'], classifications: ['Security Updates'], languages: undefined, summaryLanguages: undefined, reportingEvents: undefined
    }];
    return site;
}

function createServer(site: Site, isSecondary: boolean): Server {
    const server: Writable<Server> = {
        element: 'server', site, name: `${site.code}SUP01`, isSiteServer: true, fqdn: undefined, internetFqdn: undefined, os: undefined, wsusConsole: undefined, wsus: undefined, updatePoints: []
    };
    server.wsus = {
        element: 'wsus', server, version: '3.0 SP2', ports: { http: 8530, https: 8531 }, ssl: undefined, virtualDirectories: undefined, replica: isSecondary,
        upstream: undefined, database: undefined, contentFolder: undefined
    };
    server.updatePoints = [{ element: 'updatePoint', host: server, state: 'active', ports: undefined, ssl: undefined, accepts: undefined, account: undefined, proxy: undefined, source: undefined }];
    return server;
}
