import type { Random } from './random.js';

// Plans as data that a test can change before they become text.

type Properties = Record<string, string>;

export interface DraftRole {
    state: string;
    properties: Properties;
    proxy?: Properties;
}

export interface DraftServer {
    name: string;
    isSiteServer: boolean;
    properties: Properties;
    wsus: { version: string; properties: Properties } | undefined;
    role: DraftRole | undefined;
}

export interface DraftCluster {
    name: string;
    nodes: string[];
    properties: Properties;
    role: DraftRole | undefined;
}

export interface DraftGroup {
    label: string;
    properties: Properties;
}

export interface DraftSite {
    kind: string;
    code: string;
    title?: string;
    parents: string[];
    properties: Properties;
    servers: DraftServer[];
    clusters: DraftCluster[];
    groups: DraftGroup[];
    settings: Properties | undefined;
}

export interface Draft {
    readonly sites: DraftSite[];
}

interface Shape {
    readonly site: DraftSite;
    readonly isNative: boolean;
    readonly hasRole: boolean;
}

/** A plan of up to nine sites without a mistake. */
export function soundDraft(random: Random): Draft {
    const shapes: Shape[] = [];
    const version = random.isOneIn(4) ? '3.0 SP1' : '3.0 SP2';
    for (let i = 0, count = random.between(1, 9); i < count; i++) {
        shapes.push(soundSite(random, `S0${i}`, shapes.length === 0 ? undefined : random.of(shapes.filter(({ site }) => site.kind !== 'secondary')), version));
    }
    return { sites: shapes.map(({ site }) => site) };
}

function soundSite(random: Random, code: string, parent: Shape | undefined, version: string): Shape {
    const kind = !parent ? 'central' : random.isOneIn(3) ? 'secondary' : 'primary';
    const isNative = kind === 'secondary' ? parent!.isNative : (parent?.isNative ?? true) && random.isOneIn(2);
    const hasRole = (parent?.hasRole ?? true) && !random.isOneIn(kind === 'secondary' ? 2 : 9);
    const properties: Properties = { release: 'SP2', ...(kind === 'secondary' ? {} : { mode: isNative ? 'native' : 'mixed' }), ...(hasRole || kind === 'secondary' || random.isOneIn(6) ? { clients: `${random.between(1, 500)} intranet` } : {}) };
    const site: DraftSite = { kind, code, parents: parent ? [parent.site.code] : [], properties, servers: [], clusters: [], groups: [], settings: settingsOf(random, parent, version) };
    if (!hasRole) {
        site.servers = random.isOneIn(2) ? [] : [{ name: `${code}SRV01`, isSiteServer: true, properties: {}, wsus: random.isOneIn(3) ? wsus(isNative, kind, version) : undefined, role: undefined }];
        return { site, isNative, hasRole };
    }
    addRole(random, site, isNative, version);
    if (random.isOneIn(4)) {
        site.servers.push({ name: `${code}SUP08`, isSiteServer: false, properties: {}, wsus: wsus(isNative, kind, version), role: { state: 'inactive', properties: {} } });
    }
    if (isNative && kind !== 'secondary' && random.isOneIn(3)) {
        const ssl: Properties = { ssl: 'yes' };
        site.servers.push({ name: `${code}DMZ01`, isSiteServer: false, properties: { 'internet fqdn': '"updates.example.com"' }, wsus: wsus(isNative, kind, version), role: { state: 'internet', properties: ssl } });
    }
    return { site, isNative, hasRole };
}

function addRole(random: Random, site: DraftSite, isNative: boolean, version: string): void {
    const { code, kind } = site;
    const active: DraftRole = { state: 'active', properties: isNative ? { ssl: 'yes' } : {} };
    const siteServer: DraftServer = { name: `${code}SRV01`, isSiteServer: true, properties: { 'wsus console': version }, wsus: undefined, role: undefined };
    if (random.isOneIn(5)) {
        const nodes = [`${code}SUP01`, `${code}SUP02`];
        active.properties['account'] = '"CORP\\svc-sup"';
        site.servers = [siteServer, ...nodes.map(name => ({ name, isSiteServer: false, properties: {}, wsus: wsus(isNative, kind, version, { 'database': '"SQL01\\SUSDB"', 'content folder': '"\\\\files01\\wsus"' }), role: undefined }))];
        site.clusters = [{ name: `${code}NLB`, nodes, properties: {}, role: active }];
    } else if (random.isOneIn(2)) {
        site.servers = [siteServer, { name: `${code}SUP01`, isSiteServer: false, properties: {}, wsus: wsus(isNative, kind, version), role: active }];
    } else {
        site.servers = [{ name: `${code}SUP01`, isSiteServer: true, properties: {}, wsus: wsus(isNative, kind, version), role: active }];
    }
}

function wsus(isNative: boolean, kind: string, version: string, shared: Properties = {}): NonNullable<DraftServer['wsus']> {
    const ssl: Properties = isNative ? { ssl: 'required' } : {};
    const replica: Properties = kind === 'secondary' ? { replica: 'yes' } : {};
    return { version, properties: { ports: '8530, 8531', ...ssl, ...replica, ...shared } };
}

function settingsOf(random: Random, parent: Shape | undefined, version: string): Properties | undefined {
    if (parent) {
        return random.isOneIn(4) ? { source: 'parent site', languages: 'en' } : undefined;
    }
    const products = version === '3.0 SP2' ? '"Windows XP", "Windows 7"' : '"Windows XP"';
    return { source: 'Microsoft Update', schedule: 'every 1 day at 02:07', products, classifications: '"Security Updates"', languages: 'en' };
}

/** The servers and clusters of a site that have the role. */
export function hostsWithRole(site: DraftSite): readonly (DraftServer | DraftCluster)[] {
    return [...site.servers, ...site.clusters].filter(({ role }) => role);
}

/** The text of a plan, formatted, with comments on some of its lines. */
export function printed({ sites }: Draft, random: Random): string {
    const lines = sites.flatMap(site => ['', ...siteLines(site)]);
    return `hierarchy Random\n${lines.map((line, i) => line !== '' && random.isOneIn(6) ? `${line}  // note ${i}` : line).join('\n')}\n`;
}

function siteLines(site: DraftSite): readonly string[] {
    const head = `${site.kind} site ${site.code}${site.title === undefined ? '' : ` "${site.title}"`}${site.parents.length > 0 ? ` reports to ${site.parents.join(', ')}` : ''}`;
    return block(head, [
        ...propertyLines(site.properties),
        ...site.servers.flatMap(server => block(`server ${server.name}`, [
            ...(server.isSiteServer ? ['site server'] : []),
            ...propertyLines(server.properties),
            ...(server.wsus ? block(`wsus ${server.wsus.version}`, propertyLines(server.wsus.properties)) : []),
            ...roleLines(server.role)
        ])),
        ...site.clusters.flatMap(cluster => block(`cluster ${cluster.name}`, [`nodes: ${cluster.nodes.join(', ')}`, ...propertyLines(cluster.properties), ...roleLines(cluster.role)])),
        ...site.groups.flatMap(({ label, properties }) => block(`clients "${label}"`, propertyLines(properties))),
        ...(site.settings ? block('synchronization', propertyLines(site.settings)) : [])
    ]);
}

function roleLines(role: DraftRole | undefined): readonly string[] {
    return role ? block(`software update point ${role.state}`.trimEnd(), [...propertyLines(role.properties), ...role.proxy ? block('proxy', propertyLines(role.proxy)) : []]) : [];
}

function propertyLines(properties: Properties): readonly string[] {
    return Object.entries(properties).map(([key, value]) => `${key}: ${value}`);
}

function block(head: string, lines: readonly string[]): readonly string[] {
    return lines.length === 0 ? [head] : [`${head} {`, ...lines.map(line => `  ${line}`), '}'];
}
