import { assembleHierarchy, type Hierarchy, type Server, type Site } from '@sup/model';
import { blankServer, blankSite, blankSynchronization, blankUpdatePoint, blankWsus } from './blank-elements.js';

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
        ...blankSite, element: 'site', kind: parent ? isSecondary ? 'secondary' : 'primary' : 'central', code: i.toString(36).toUpperCase().padStart(3, '0'),
        parentCodes: parent ? [parent.code] : [], release: { product: 'ConfigMgr 2007', servicePack: 'SP2', addOn: undefined }, mode: isSecondary ? undefined : 'mixed',
        clients: { intranet: 100, internet: 0 }, link: parent && { bandwidth: 2_048, latency: 20, open: undefined },
        servers: [], clusters: [], synchronizations: [], clientGroups: []
    };
    site.servers = [createServer(site, isSecondary)];
    site.synchronizations = parent ? [] : [{
        ...blankSynchronization, element: 'synchronization', site, schedule: { kind: 'every', count: 1, unit: 'day', at: 127 },
        products: ['Windows XP'], classifications: ['Security Updates']
    }];
    return site;
}

function createServer(site: Site, isSecondary: boolean): Server {
    const server: Writable<Server> = {
        ...blankServer, element: 'server', site, name: `${site.code}SUP01`, isSiteServer: true, wsus: undefined, updatePoints: []
    };
    server.wsus = {
        ...blankWsus, element: 'wsus', server, version: '3.0 SP2', ports: { http: 8530, https: 8531 }, replica: isSecondary
    };
    server.updatePoints = [{ ...blankUpdatePoint, element: 'updatePoint', host: server, state: 'active' }];
    return server;
}
