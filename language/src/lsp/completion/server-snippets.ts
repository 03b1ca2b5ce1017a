import {
    activeUpdatePointOf, activeUpdatePointsOf, ancestorsOf, customWebSitePorts, defaultWebSitePorts, hasWsus, type Cluster, type Hierarchy, isSms2003, isTooOldFor, modeOf, serversOf, type Site,
    soundParentOf, wsusVersionOf
} from '@sup/model';
import { freeServerName, nodeWsusLines, portsText, roleLine, soundWsusVersion, versionOfNodes, wsusLine } from '../../linter/edits/role-edits.js';
import { missingCriteria } from '../../linter/edits/synchronization-edits.js';
import { domainNear, suggestedAccounts } from '../../linter/edits/suggested-names.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { unknown } from '../../syntax/tree/unknown.js';
import { fitsState } from './fitting-states.js';
import { fitsValue, pointsUsing } from './fitting-values.js';
import { fittingWsusVersions } from './fitting-wsus.js';
import { missingConsole } from './missing-console.js';
import { clustersAround, type PlanPlace, unnamedHost } from './plan-place.js';

/** A server: a missing node of a cluster, the first server of a site with its software update point, or a further one. */
export function server(place: PlanPlace): string {
    const { hierarchy, site } = place;
    if (!site) {
        return 'server ${1:NAME} {\n\t$0\n}';
    }
    const cluster = site.clusters.find(({ nodes }) => nodes.some(node => isMissing(site, node)));
    const name = cluster?.nodes.find(node => isMissing(site, node)) ?? freeServerName(hierarchy, site, 'SUP');
    return [
        `server \${1:${name}} {`,
        ...site.servers.some(({ isSiteServer }) => isSiteServer) ? [] : ['site server', ...consoleLines(site)].map(line => `\t${line}`),
        `\tfqdn: "\${2:${name.toLowerCase()}.${domainNear([site, ...ancestorsOf(hierarchy, site)])}}"`,
        ...(cluster ? nodeLines(place, cluster).map(inSnippet) : newRole(place) ?? ['$0']).map(line => `\t${line}`),
        '}'
    ].join('\n');
}

/** The site server, with the console if the software update point is on another server. */
export function siteServer({ site, host }: PlanPlace): string | undefined {
    if (site?.servers.some(each => each !== host && each.isSiteServer)) {
        return undefined;
    }
    const configures = site && host?.element === 'server' && !host.wsus && host.wsusConsole === undefined && !activeUpdatePointsOf(site).some(point => serversOf(point).includes(host));
    return ['site server', ...configures ? consoleLines(site) : []].join('\n');
}

/** The console with which a site server configures the software update point on another server. */
function consoleLines(site: Site): readonly string[] {
    const point = activeUpdatePointOf(site);
    return point ? [`wsus console: ${wsusVersionOf(point) ?? soundWsusVersion}`] : [];
}

function isMissing(site: Site, node: string): boolean {
    return !site.servers.some(({ name }) => name === node);
}

/** WSUS and the active role on a new server; undefined if the site has an active role, or cannot have one on this server. */
function newRole({ hierarchy, site }: PlanPlace): readonly string[] | undefined {
    const place: PlanPlace = { hierarchy, site, host: undefined, point: undefined, written: undefined };
    const version = fittingWsusVersions(place)[0];
    const canHaveRole = site && canBecomeActive({ ...place, host: unnamedHost(site) }) && !isSms2003(site) && !hasPolicy(site) && hasCriteria(hierarchy, site);
    return canHaveRole && version !== undefined ? [wsusAt(place, version), roleLine('active', modeOf(hierarchy, site) === 'native')] : undefined;
}

/** Whether the role can be active here, perhaps with the console that the site server lacks. */
function canBecomeActive(place: PlanPlace): boolean {
    return fitsState('active', place) || missingConsole(place) !== undefined;
}

/** Whether the site can synchronize from Microsoft Update with its present settings, if it would be the first to have the role. */
function hasCriteria(hierarchy: Hierarchy, site: Site): boolean {
    const isBelow = soundParentOf(hierarchy, site) !== undefined;
    return isBelow || site.synchronizations.every(settings => missingCriteria(settings).length === 0);
}

/** Whether a Group Policy names the update service of clients of a site, which a new server would contradict. */
function hasPolicy({ groupPolicy, clientGroups }: Site): boolean {
    return groupPolicy !== undefined || clientGroups.some(({ policy }) => policy !== undefined);
}

/** WSUS in a version that suits the site; on a node of a cluster, configured like the other nodes. */
export function wsus(place: PlanPlace): string | undefined {
    const [cluster] = clustersAround(place);
    if (cluster && cluster.updatePoints.length > 0) {
        return inSnippet(nodeLines(place, cluster).join('\n'));
    }
    const versions = fittingWsusVersions(place);
    return versions.length === 0 ? undefined : wsusAt(place, `\${1|${versions.join()}|}`, choiceOf(2, portsAt(place)));
}

/** WSUS on another node of a cluster. The version of the other nodes, if the site does not support it, is left open. */
function nodeLines({ hierarchy }: PlanPlace, cluster: Cluster): readonly string[] {
    const version = versionOfNodes(cluster);
    return nodeWsusLines(hierarchy, cluster, version && isTooOldFor(cluster.site, version) ? unknown : version);
}

/** The ports of the role on the server, or the usual ones that suit the plan. */
function portsAt(place: PlanPlace): readonly string[] {
    const planned = place.host ? pointsUsing(place.host).flatMap(({ ports }) => ports ?? []) : [];
    return planned.length > 0 ? [portsText(planned[0]!)] : [customWebSitePorts, defaultWebSitePorts].map(portsText).filter(ports => fitsValue('wsus', 'ports', ports, place));
}

/** A placeholder that lets choose from texts. */
function choiceOf(number: number, texts: readonly string[]): string {
    return `\${${number}|${texts.map(text => text.replace(/[\\,|]/g, '\\$&')).join()}|}`;
}

/** The role in a state that it can have here; with WSUS, if the server has none. */
export function updatePoint(place: PlanPlace): string | undefined {
    const { hierarchy, site, host } = place;
    if (!site || !host) {
        return 'software update point ${1|active,internet,inactive|}';
    }
    const isNative = modeOf(hierarchy, site) === 'native';
    const ssl = host.element === 'server' ? host.wsus?.ssl : undefined;
    const states = (['active', 'internet', 'inactive'] as const).filter(state => (state === 'active' ? canBecomeActive(place) : fitsState(state, place)) && (state === 'inactive' || !isNative || ssl !== 'off'));
    const version = hasWsus(host) ? undefined : fittingWsusVersions(place)[0];
    const isTaken = host.updatePoints.some(point => point !== place.written) || (clustersAround(place)[0]?.updatePoints.length ?? 0) > 0;
    const canHaveWsus = hasWsus(host) || (host.element === 'server' && version !== undefined);
    if (isTaken || isSms2003(site) || !canHaveWsus) {
        return undefined;
    }
    const settings = [
        ...isNative && version === undefined && ssl === undefined ? ['ssl: yes'] : [],
        ...host.element === 'cluster' || host.trusted === false ? [`account: ${inSnippet(quoteString(suggestedAccounts(site)[0]!))}`] : []
    ];
    const block = settings.length === 0 ? '' : ` { ${settings.join('  ')} }`;
    return [...version === undefined ? [] : [wsusAt(place, version)], `software update point \${1|${states.join()}|}${block}`].join('\n');
}

/** A `wsus` block that suits the mode and the kind of the site. */
function wsusAt({ hierarchy, site }: PlanPlace, version: string, ports?: string): string {
    return wsusLine(site?.kind, site !== undefined && modeOf(hierarchy, site) === 'native', version, ports);
}

/** A cluster of the servers of the site that have WSUS, and no role of their own. */
export function cluster({ hierarchy, site }: PlanPlace): string | undefined {
    const used = new Set(site?.clusters.flatMap(({ nodes }) => nodes));
    const free = site?.servers.filter(each => each.wsus && each.updatePoints.length === 0 && each.name !== '' && !used.has(each.name)) ?? [];
    return site && free.length > 1
        ? `cluster \${1:${freeServerName(hierarchy, site, 'NLB')}} {\n\tnodes: ${free.slice(0, 4).map(({ name }) => inSnippet(name)).join(', ')}\n\t$0\n}`
        : undefined;
}

/** A text without placeholders, in a snippet. */
function inSnippet(text: string): string {
    return text.replace(/[\\$}]/g, '\\$&');
}
