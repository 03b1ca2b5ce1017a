import { type Draft, type DraftServer, type DraftSite, hostsWithRole, printed, soundDraft } from './plan-draft.js';
import { type BlockWithProperties, furtherProperty } from './further-properties.js';
import type { Random } from './random.js';

/** A plan with up to five of the mistakes below, each as a user could make it. */
export function flawedPlan(random: Random): string {
    const draft = soundDraft(random);
    for (let i = 0, count = random.between(1, 5); i < count; i++) {
        random.of(mistakes)(draft, random);
    }
    return printed(draft, random);
}

type Mistake = (draft: Draft, random: Random) => void;

const anySite = (draft: Draft, random: Random): DraftSite => random.of(draft.sites);
const anyServer = (draft: Draft, random: Random): DraftServer | undefined => {
    const { servers } = anySite(draft, random);
    return servers.length > 0 ? random.of(servers) : undefined;
};

/** Changes a random role. */
function changeRole(change: (role: NonNullable<DraftServer['role']>, random: Random, draft: Draft) => void): Mistake {
    return (draft, random) => {
        const hosts = hostsWithRole(anySite(draft, random));
        if (hosts.length > 0) {
            change(random.of(hosts).role!, random, draft);
        }
    };
}

/** Changes a random WSUS server. */
function changeWsus(change: (wsus: NonNullable<DraftServer['wsus']>, random: Random, draft: Draft) => void): Mistake {
    return (draft, random) => {
        const servers = anySite(draft, random).servers.filter(({ wsus }) => wsus);
        if (servers.length > 0) {
            change(random.of(servers).wsus!, random, draft);
        }
    };
}

function changeSite(change: (site: DraftSite, random: Random, draft: Draft) => void): Mistake {
    return (draft, random) => change(anySite(draft, random), random, draft);
}

interface DraftBlock {
    readonly block: BlockWithProperties;
    readonly properties: Record<string, string>;
}

/** Every block of a plan that can have properties. */
function blocksIn({ sites }: Draft): readonly DraftBlock[] {
    return sites.flatMap((site): DraftBlock[] => [
        { block: 'site', properties: site.properties },
        ...site.servers.flatMap(({ properties, wsus }): DraftBlock[] => [{ block: 'server', properties }, ...wsus ? [{ block: 'wsus', properties: wsus.properties } as const] : []]),
        ...site.clusters.map(({ properties }): DraftBlock => ({ block: 'cluster', properties })),
        ...site.groups.map(({ properties }): DraftBlock => ({ block: 'clients', properties })),
        ...hostsWithRole(site).flatMap(({ role }): DraftBlock[] => [{ block: 'software update point', properties: role!.properties }, ...role!.proxy ? [{ block: 'proxy', properties: role!.proxy } as const] : []]),
        ...site.settings ? [{ block: 'synchronization', properties: site.settings } as const] : []
    ]);
}

/** Sets a property that most plans do without, in blocks of all kinds alike. A group of clients or a proxy server may be new. */
const changeFurther: Mistake = (draft, random) => {
    const site = anySite(draft, random);
    if (random.isOneIn(3)) {
        site.groups.push({ label: `Group ${site.code}`, properties: { count: '20' } });
    }
    hostsWithRole(site).filter(() => random.isOneIn(4)).forEach(({ role }) => { role!.proxy ??= { host: '"proxy.corp.example"' }; });
    const blocks = Map.groupBy(blocksIn(draft), ({ block }) => block);
    const { block, properties } = random.of(random.of([...blocks.values()]));
    const [key, value] = furtherProperty(random, block, draft.sites.flatMap(({ servers }) => servers.map(({ name }) => name)));
    properties[key] = value;
};

const mistakes: readonly Mistake[] = [
    changeRole(role => { role.state = ''; }),
    changeRole((role, random) => { role.state = random.of(['internet', 'inactive', 'active']); }),
    changeRole(role => { role.properties['accepts'] = 'intranet, internet'; }),
    changeRole((role, random) => { role.properties['ports'] = random.of(['80, 443', '8530, 8531', '8080']); }),
    changeRole((role, random) => { role.properties['ssl'] = random.of(['yes', 'no']); }),
    changeRole(role => { delete role.properties['ssl']; }),
    changeSite(site => hostsWithRole(site).forEach(host => { host.role = undefined; })),
    changeSite(site => { site.servers.splice(0, 1); }),
    changeSite(site => site.servers.forEach(server => { server.wsus = undefined; })),
    changeSite((site, random) => { site.properties['release'] = random.of(['RTM', 'SP1', 'SP2', 'SP2 R3', 'SMS 2003']); }),
    changeSite((site, random) => { site.properties['mode'] = random.of(['native', 'mixed']); }),
    changeSite(site => { delete site.properties['mode']; }),
    changeSite((site, random, draft) => { site.parents = [random.of(draft.sites).code]; }),
    changeSite((site, random, draft) => { site.parents = [...site.parents, random.of(draft.sites).code]; }),
    changeSite(site => { site.parents = []; }),
    changeSite((site, random) => { site.parents = [random.of(['XXX', 'S0X', site.parents.join().toLowerCase() || 'S1'])]; }),
    changeSite((site, random) => { site.kind = random.of(['primary', 'secondary', 'central']); }),
    changeSite((site, random, draft) => { site.code = random.of([random.of(draft.sites).code, site.code.toLowerCase(), 'AUX', `${site.code}1`, 'S1']); }),
    changeSite((site, random, draft) => {
        site.settings = { ...site.settings, source: random.of(['Microsoft Update', 'none', 'parent site', `server ${anyServer(draft, random)?.name ?? 'NOWHERE'}`]) };
    }),
    changeSite((site, random) => { delete site.settings?.[random.of(['schedule', 'products', 'classifications', 'languages'])]; }),
    changeSite((site, random) => { site.properties['clients'] = random.of(['40 intranet, 9 internet', '9 internet', '70 intranet']); }),
    changeSite((site, random) => { site.properties['group policy'] = random.of(['"http://elsewhere:8530"', `"http://${site.code.toLowerCase()}sup01:8530"`, `"https://${site.code}SUP01"`]); }),
    changeSite((site, random) => {
        const host = random.isOneIn(2) ? site.servers[0] : { name: `${site.code}DMZ01`, isSiteServer: false, properties: {}, wsus: undefined, role: undefined };
        if (host && !host.role) {
            host.role = { state: random.of(['internet', 'active']), properties: {} };
            host.wsus ??= { version: '3.0 SP2', properties: { ports: '8530, 8531' } };
            site.servers = [...new Set([...site.servers, host])];
        }
    }),
    changeSite(site => site.servers.forEach(server => { delete server.properties['wsus console']; })),
    changeSite((site, random) => site.servers.filter(server => server.isSiteServer).forEach(server => { server.properties['wsus console'] = random.of(['3.0', '3.0 SP1', '3.0 SP2']); })),
    changeSite(site => site.clusters.forEach(cluster => cluster.nodes.push(`${site.code}SUP09`))),
    changeSite(site => site.servers.splice(1, 1)),
    changeWsus((wsus, random) => { wsus.version = random.of(['3.0', '3.0 SP1', '3.0 SP2']); }),
    changeWsus((wsus, random) => { wsus.properties['replica'] = random.of(['yes', 'no']); }),
    changeWsus((wsus, random, draft) => { wsus.properties['upstream'] = anyServer(draft, random)?.name ?? 'NOWHERE'; }),
    changeWsus((wsus, random) => { wsus.properties['ports'] = random.of(['80, 443', '8080']); }),
    changeWsus((wsus, random) => { wsus.properties['ssl'] = random.of(['no', 'required', 'whole website']); }),
    // More often than each of the others, since it stands for many.
    ...Array.from({ length: 12 }, () => changeFurther),
    changeRole(role => { role.state = 'unknown'; }),
    changeWsus(wsus => { wsus.version = 'unknown'; }),
    (draft, random) => {
        const [properties] = random.shuffle(blocksIn(draft)).flatMap(({ properties: each }) => Object.keys(each).length > 0 ? [each] : []);
        if (properties) {
            properties[random.of(Object.keys(properties))] = 'unknown';
        }
    },
    (draft, random) => {
        const [server, other] = [anyServer(draft, random), anyServer(draft, random)];
        if (server && other) {
            server.name = other.name;
        }
    }
];
