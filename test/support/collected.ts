import { type Cluster, clustersWith, compareTexts, type Hierarchy, hostsOf, isUnknown, modeOf, type ProxyServer, releaseFacts, type Server, type Site, type SoftwareUpdatePoint, type Synchronization, upstreamPointOf, usesSsl, type WsusServer } from '@sup/model';
import { scheduleToken } from './schedule-token.js';

// An export as the script would have written it, if the real hierarchy were as planned.

type Slots = readonly [value: number, value1: string, value2: string];
type Props = Record<string, Slots>;

const number = (value: number): Slots => [value, '', ''];
const flag = (value: boolean): Slots => number(value ? 1 : 0);
const text1 = (text: string): Slots => [0, text, ''];
const text2 = (text: string): Slots => [0, '', text];

const siteVersions = { RTM: '4.00.5931.0000', SP1: '4.00.6221.1000', SP2: '4.00.6487.2000' } as const;
const wsusBuilds = { '3.0': '3.0.6000.374', '3.0 SP1': '3.1.6001.65', '3.0 SP2': '3.2.7600.226' } as const;

/** The export of a hierarchy. It has neither bandwidths nor Group Policies, nor anything else that no part of an export states. */
export function collected(hierarchy: Hierarchy): object {
    const { sites } = hierarchy;
    const servers = sites.flatMap(site => site.servers);
    return {
        format: 'sup-hierarchy', version: 1, hierarchy: hierarchy.name, collected: { at: '2026-11-23T08:15:00Z', on: 'COLLECTOR', script: '1.0.0', powershell: '2.0', anonymized: false },
        sites: sites.map(siteRecord),
        roles: inOrder(sites.flatMap(site => site.servers.flatMap(server => rolesOn(server, site)))),
        components: sites.flatMap(site => componentsOf(hierarchy, site)),
        addresses: inOrder(sites.flatMap(addressesOf)),
        categories: inOrder(sites.flatMap(site => site.synchronizations).flatMap(({ products = [], classifications = [] }) => [
            ...products.map(name => ({ type: 'Product', id: '', name, subscribed: true })), ...classifications.map(name => ({ type: 'UpdateClassification', id: '', name, subscribed: true }))
        ])),
        wsus: inOrder(servers.flatMap(server => server.wsus ? [wsusRecord(hierarchy, server.wsus)] : [])),
        computers: inOrder(servers.map(({ name, os, wsusConsole }) => ({ name, os: `Microsoft ${os ?? 'Windows Server 2008 R2 Standard'}`, wsusConsole: wsusConsole ? wsusBuilds[wsusConsole] : null }))),
        clients: sites.flatMap(({ code, kind, clients }) => kind === 'secondary' || !clients ? [] : [{ site: code, assigned: clients.intranet }]),
        scans: [], errors: []
    };
}

/** The order does not depend on that of the plan. */
const inOrder = (records: readonly object[]): readonly object[] => [...records].sort((a, b) => compareTexts(JSON.stringify(a), JSON.stringify(b)));

function siteRecord({ code, title, kind, parentCodes, servers, release }: Site): object {
    const isR3 = release?.addOn === 'R3';
    return {
        code, name: title ?? '', type: kind === 'secondary' ? 1 : 2, parent: parentCodes[0] ?? '', server: servers.find(({ isSiteServer }) => isSiteServer)?.name ?? null, status: 1,
        version: release ? siteVersions[release.servicePack] : null, fileVersion: isR3 ? '4.00.6487.2157' : '4.00.6487.2000',
        definition: release?.addOn ? { IsR2CapableRTM: number(31) } : {}
    };
}

/** The address from the parent site, which is open as the link is. */
function addressesOf({ code, parentCodes, link }: Site): readonly object[] {
    const { from, to } = link?.open ?? { from: 0, to: 24 * 60 };
    const isOpen = (minute: number): boolean => from < to ? minute >= from && minute < to : minute >= from || minute < to;
    const day = Array.from({ length: 24 }, (_, hour) => isOpen(hour * 60) ? '1' : '4').join('');
    return parentCodes.map(parent => ({ from: parent, to: code, type: 'MS_LAN', unlimited: true, rate: null, usage: Array.from({ length: 7 }, () => day), pulse: null }));
}

/** The role on a server. Each node of a cluster has the role, with the settings of that of the cluster. */
function roleOn(server: Server): { readonly point: SoftwareUpdatePoint; readonly cluster: Cluster | undefined } | undefined {
    const cluster = clustersWith(server).find(({ updatePoints }) => updatePoints.length > 0);
    const point = cluster?.updatePoints[0] ?? server.updatePoints[0];
    return point && { point, cluster };
}

function rolesOn(server: Server, site: Site): readonly object[] {
    const record = (role: string, props: Props): object => ({ site: site.code, role, server: `\\\\${server.name}`, nal: '', props });
    const role = roleOn(server);
    return [
        record('SMS Site System', { 'Server Remote Name': text1(server.fqdn ?? ''), 'Server Remote Public Name': text1(server.internetFqdn ?? '') }),
        ...server.isSiteServer ? [record('SMS Site Server', {})] : [],
        ...role ? [record('SMS Software Update Point', roleProps(role.point, role.cluster, server.wsus))] : []
    ];
}

function roleProps(point: SoftwareUpdatePoint, cluster: Cluster | undefined, wsus: WsusServer | undefined): Props {
    const { state, ports, ssl, account, accepts, proxy } = point;
    const { http = 80, https = 443 } = ports ?? wsus?.ports ?? {};
    const isUsed = state !== 'inactive';
    return {
        WSUSIISPort: number(http), WSUSIISSSLPort: number(https), SSLWSUS: flag(isUsed ? usesSsl(point) === true : ssl === true), IsINF: flag(state === 'internet' || accepts?.includes('internet') === true),
        WSUSAccessAccount: text2(account ?? ''), ...proxyProps(proxy), ...cluster ? { NLBVIP: text2(cluster.name) } : {}
    };
}

function proxyProps(proxy: ProxyServer | undefined): Props {
    if (proxy === undefined) {
        return { UseProxy: flag(false) };
    }
    const requiresAccount = proxy.authentication === true || proxy.account !== undefined || isUnknown(proxy, 'authentication');
    return { UseProxy: flag(true), ProxyName: text2(proxy.host ?? ''), ProxyServerPort: number(proxy.port ?? 80), AnonymousProxyAccess: flag(!requiresAccount), UserName: text2(proxy.account ?? '') };
}

const reportingLevels = { none: 0, status: 1, all: 2 } as const;

/** Where a site synchronizes from: 0 Microsoft Update, 1 an upstream server, 2 nowhere. */
function sourceProps(source: Synchronization['source'], parent: Site | undefined): Props {
    switch (source?.kind) {
        case 'none': return { DefaultUseParentWSUS: number(2), ParentWSUS: text2('') };
        case 'server': return { DefaultUseParentWSUS: number(1), ParentWSUS: text2(source.server) };
        default: return { DefaultUseParentWSUS: number(parent ? 1 : 0), ParentWSUS: text2(parent ? activeHostOf(parent)?.name ?? '' : '') };
    }
}

function componentsOf(hierarchy: Hierarchy, site: Site): readonly object[] {
    const record = (component: string, props: Props): object => ({ site: site.code, component, server: '', props });
    const [settings] = site.synchronizations;
    const active = activeHostOf(site);
    if (site.kind === 'secondary' && !active) {
        return [];
    }
    const parent = hierarchy.sitesByCode.get(site.parentCodes[0] ?? '')?.[0];
    return [
        ...site.kind === 'secondary' ? [] : [record('SMS_SITE_COMPONENT_MANAGER', { IISSSLState: number(modeOf(hierarchy, site) === 'native' ? 63 : 0) })],
        record('SMS_WSUS_CONFIGURATION_MANAGER', {
            DefaultWSUS: text2(active?.name ?? ''), SSLDefaultWSUS: flag(active !== undefined && usesSsl(active.updatePoints[0]!) === true),
            ...sourceProps(settings?.source, parent),
            SupportedUpdateLanguages: text2(settings?.languages?.join(',') ?? ''), SupportedTitleLanguages: text2(settings?.summaryLanguages?.join(',') ?? ''), ClientReportingLevel: number(reportingLevels[settings?.reportingEvents ?? 'none'])
        }),
        ...settings?.schedule ? [record('SMS_WSUS_SYNC_MANAGER', { 'Sync Schedule': text1(scheduleToken(settings.schedule)) })] : []
    ];
}

const activeHostOf = (site: Site): Server | Cluster | undefined => hostsOf(site).find(({ updatePoints }) => updatePoints[0]?.state === 'active');

/** The upstream server that WSUS is set to, or that the product sets. */
function upstreamServerOf(hierarchy: Hierarchy, { upstream, server }: WsusServer): string | undefined {
    const [point] = server.updatePoints;
    return upstream ?? (point && point.state !== 'inactive' ? upstreamPointOf(hierarchy, point)?.host.name : undefined);
}

function wsusRecord(hierarchy: Hierarchy, wsus: WsusServer): object {
    const { server, version, ports, ssl, replica, database, contentFolder, expressFiles } = wsus;
    const upstream = upstreamServerOf(hierarchy, wsus);
    return {
        server: server.name, read: true, version: version ? wsusBuilds[version] : '', httpPort: ports?.http ?? 80, httpsPort: ports?.https ?? 443,
        requireSsl: ssl === 'website' ? ['/'] : ssl === 'required' ? [...releaseFacts.sslVirtualDirectories] : [],
        configuration: { IsReplicaServer: replica === true, DownloadExpressPackages: expressFiles === true, ...upstream === undefined ? {} : { SyncFromMicrosoftUpdate: false, UpstreamWsusServerName: upstream } }, databaseServer: database ?? '', contentDir: contentFolder ?? ''
    };
}
