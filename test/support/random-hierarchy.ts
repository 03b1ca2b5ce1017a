import { assembleHierarchy, type ClientGroup, type Hierarchy, type Server, type Site, type SiteKind, type SoftwareUpdatePoint, type Synchronization, type WsusServer } from '@sup/model';
import { blankClientGroup, blankServer, blankSite, blankSynchronization, blankUpdatePoint, blankWsus } from './blank-elements.js';
import { Random } from './random.js';

// Random hierarchies as model objects. The order of declarations must not matter, so it can be shuffled.

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** Creates a random hierarchy, with some of the mistakes that rules report, because the simulation has to cope with them. */
export function randomHierarchy(random: Random, maxSites = 30): Hierarchy {
    const count = random.between(1, maxSites);
    const sites: Site[] = [];
    for (let i = 0; i < count; i++) {
        const parents = sites.filter(site => site.kind !== 'secondary' || random.isOneIn(40));
        const parent = i === 0 ? undefined : random.of(parents);
        sites.push(randomSite(random, i, i === 0 ? 'central' : random.isOneIn(3) ? 'secondary' : 'primary', random.isOneIn(60) ? undefined : parent?.code));
    }
    return assembleHierarchy(undefined, sites);
}

function randomSite(random: Random, i: number, kind: SiteKind, parent: string | undefined): Site {
    const code = i.toString(36).padStart(3, 'S').toUpperCase();
    const site: Writable<Site> = {
        ...blankSite, element: 'site', kind, code, parentCodes: parent === undefined ? [] : [parent],
        release: random.isOneIn(4) ? { product: 'ConfigMgr 2007', servicePack: random.of(['RTM', 'SP1', 'SP2']), addOn: undefined } : undefined,
        mode: kind === 'secondary' ? undefined : random.of(['native', 'mixed', undefined]),
        clients: random.isOneIn(5) ? undefined : { intranet: random.between(0, 500), internet: random.isOneIn(3) ? random.between(1, 50) : 0 },
        link: parent === undefined ? undefined : {
            bandwidth: random.of([undefined, 256, 512, 2_048, 20_480]), latency: random.of([undefined, 15, 300]),
            open: random.isOneIn(3) ? { from: random.between(0, 1439), to: random.between(0, 1439) } : undefined
        },
        groupPolicy: random.isOneIn(20) ? 'http://elsewhere:8530' : undefined,
        servers: [], clusters: [], synchronizations: [], clientGroups: []
    };
    site.servers = randomServers(random, site);
    site.clientGroups = Array.from({ length: random.isOneIn(4) ? random.between(1, 3) : 0 }, () => randomGroup(random, site));
    if (i === 0 || random.isOneIn(12)) {
        site.synchronizations = [randomSynchronization(random, site)];
    }
    return site;
}

function randomServers(random: Random, site: Site): readonly Server[] {
    if (random.isOneIn(5)) {
        return [];
    }
    const states = ['active', ...random.isOneIn(4) ? ['internet' as const] : [], ...random.isOneIn(6) ? ['inactive' as const] : []] as const;
    return states.map((state, i) => randomServer(random, site, i, state));
}

function randomServer(random: Random, site: Site, i: number, state: SoftwareUpdatePoint['state']): Server {
    const server: Writable<Server> = {
        ...blankServer, element: 'server', site, name: `${site.code}SRV0${i}`, isSiteServer: i === 0, wsus: undefined, updatePoints: []
    };
    if (!random.isOneIn(30)) {
        server.wsus = randomWsus(random, server);
    }
    server.updatePoints = [{
        ...blankUpdatePoint, element: 'updatePoint', host: server, state, ports: random.isOneIn(20) ? { http: 80, https: 443 } : undefined,
        accepts: random.of([undefined, ['intranet'], ['intranet', 'internet']]), source: random.isOneIn(8) ? 'none' : undefined
    }];
    return server;
}

function randomWsus(random: Random, server: Server): WsusServer {
    return {
        ...blankWsus, element: 'wsus', server, version: random.isOneIn(10) ? random.of(['3.0', '3.0 SP1', undefined]) : '3.0 SP2', ports: { http: 8530, https: 8531 },
        ssl: random.of([undefined, 'required']), replica: random.isOneIn(40) ? true : undefined
    };
}

function randomGroup(random: Random, site: Site): ClientGroup {
    return {
        ...blankClientGroup, element: 'clientGroup', site, label: random.of([undefined, 'Kiosks', 'Sales']), count: random.between(0, 40), on: random.of([undefined, 'intranet', 'internet']),
        policy: random.isOneIn(6) ? `http://${site.code.toLowerCase()}srv00:8530` : undefined
    };
}

function randomSynchronization(random: Random, site: Site): Synchronization {
    return {
        ...blankSynchronization, element: 'synchronization', site, source: random.isOneIn(15) ? { kind: random.of(['none', 'microsoft-update', 'parent-site']) } : undefined,
        schedule: random.isOneIn(15) ? { kind: 'manual' } : { kind: 'every', count: random.between(1, 3), unit: random.isOneIn(6) ? 'hour' : 'day', at: random.of([undefined, 127, 1_400]) },
        products: random.isOneIn(4) ? ['Windows 7'] : undefined
    };
}

/** The same hierarchy, declared in another order. All parts are copied, because they refer to their site. */
export function shuffled(random: Random, { sites }: Hierarchy): Hierarchy {
    return assembleHierarchy(undefined, random.shuffle(sites).map(old => {
        const site: Writable<Site> = random.reorder(old);
        site.servers = random.shuffle(old.servers).map(server => copyServer(random, server, site));
        site.synchronizations = old.synchronizations.map(settings => ({ ...random.reorder(settings), site }));
        site.clientGroups = random.shuffle(old.clientGroups).map(group => ({ ...random.reorder(group), site }));
        return site;
    }));
}

function copyServer(random: Random, old: Server, site: Site): Server {
    const server: Writable<Server> = { ...random.reorder(old), site };
    server.wsus = old.wsus && { ...random.reorder(old.wsus), server };
    server.updatePoints = old.updatePoints.map(point => ({ ...random.reorder(point), host: server }));
    return server;
}
