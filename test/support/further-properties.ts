import type { Random } from './random.js';

type Values = (random: Random, servers: readonly string[]) => string;

const anyOf = (...values: readonly string[]): Values => random => random.of(values);
const yesOrNo = anyOf('yes', 'no');
const end: Values = (random, servers) => random.of(['Microsoft Update', ...servers]);
const ends: Values = (random, servers) => random.isOneIn(3) ? [...new Set([end(random, servers), end(random, servers)])].join(', ') : end(random, servers);
const anyServer: Values = (random, servers) => servers.length > 0 ? random.of(servers) : 'NOWHERE';
const importPlan: Values = (random, servers) => `every ${random.of(['7 days', '12 hours', '1 day'])} from ${anyServer(random, servers)}`;

/** Properties that most plans do without, by the kind of block, with valid values that may be wrong in a plan. */
const properties = {
    site: { 'cannot reach': ends, 'client installation': anyServer },
    server: {
        'cannot reach': ends, 'forest': anyOf('"perimeter.example"', '"corp.example"'), 'trusted': yesOrNo, 'other roles': anyOf('management point', 'distribution point, reporting point', 'state migration point'),
        'os': anyOf('"Windows Server 2003"', '"Windows Server 2003 SP2"', '"Windows Server 2008"', '"Windows Server 2008 R2"', '"Windows 2000 Server"'), 'fqdn': anyOf('"sup.corp.example"', '"sup"'),
        'internet fqdn': anyOf('"updates.example.com"')
    },
    wsus: {
        'certificate names': anyOf('"sup.corp.example"', '"updates.example.com", "sup.corp.example"'), 'client certificates': anyOf('ignore', 'accept', 'require'), 'database': anyOf('"SQL01\\SUSDB"', '"SQL02"'),
        'content folder': anyOf('"D:\\WSUS"', '"\\\\files01\\wsus"'), 'content share': anyOf('"\\\\files01\\wsus"', '"\\\\files02\\wsus"'), 'express files': yesOrNo, 'web site': anyOf('default', 'custom'),
        'virtual directories': anyOf('APIRemoting30, ClientWebService, DSSAuthWebService, ServerSyncWebService, SimpleAuthWebService', 'ClientWebService, Content'),
        'previous products': anyOf('"Office 2003"', '"Windows XP"'), 'previous classifications': anyOf('"Drivers"', '"Security Updates"'), 'other clients': yesOrNo
    },
    'software update point': { account: anyOf('"CORP\\svc-sup"'), source: anyOf('active software update point', 'none'), import: importPlan },
    cluster: { 'fqdn': anyOf('"nlb.corp.example"', '"10.0.0.7"'), 'internet fqdn': anyOf('"updates.example.com"') },
    synchronization: {
        'import': importPlan, 'reporting events': anyOf('none', 'status', 'all'), 'summary languages': anyOf('en', 'en, de'),
        'schedule': anyOf('every 1 week on Wednesday at 02:07', 'on the second Tuesday of every month at 20:00', 'on day 15 of every month', 'every 24 hours', 'every 7 days at 03:00', 'manual')
    },
    clients: { 'cannot reach': ends, 'on': anyOf('intranet', 'internet'), 'count': anyOf('0', '12', '30000'), 'policy': anyOf('"http://elsewhere:8530"', '"http://sup.corp.example"') },
    proxy: { host: anyOf('"proxy.corp.example"'), port: anyOf('3128'), authentication: yesOrNo, account: anyOf('"CORP\\svc-proxy"') }
} as const satisfies Record<string, Record<string, Values>>;

export type BlockWithProperties = keyof typeof properties;

/** A property for a block that mentions some of the given servers. One value in six is not known. */
export function furtherProperty(random: Random, block: BlockWithProperties, servers: readonly string[]): readonly [key: string, value: string] {
    const [key, value] = random.of(Object.entries<Values>(properties[block]));
    return [key, random.isOneIn(6) ? 'unknown' : value(random, servers)];
}

/** Different properties for a block, each of them a line. */
export function furtherLines(random: Random, block: BlockWithProperties, servers: readonly string[], most = 3): string[] {
    const chosen = new Map(Array.from({ length: random.between(1, most) }, () => furtherProperty(random, block, servers)));
    return [...chosen].map(([key, value]) => `${key}: ${value}`);
}
