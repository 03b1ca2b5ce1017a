import {
    activeUpdatePointOf, capacityOf, type ClientGroup, clientsOf, hasUnknownClients, clientsOfHierarchy, type Cluster, clustersWith, counted, type Hierarchy, internetUpdatePointsOf, isUnknown, loadOf, loadOn,
    longDurationText, modeOf, nearestPrimaryAncestor, number, parentOf, type Ports, portsOf, releaseText, type Scenario, secondarySitesServedBy, type Server, type Site, type SiteKind,
    type SoftwareUpdatePoint, sourceOf, totalOf, upstreamOf, upstreamPointOf, usedOnInternet, usedOnIntranet, usesSsl, type WsusServer
} from '@sup/model';
import { escaped, joined, type Markdown, markdown, trusted } from '../markdown.js';

/** The number of sites that a card lists by code. */
const maxCodes = 8;

/** The facts of a site: those the plan states, and those the product derives from them. `bound` is the longest time until its last client has an update. */
export function siteCard(site: Site, hierarchy: Hierarchy, bound?: string): Markdown {
    const parent = parentOf(hierarchy, site);
    const active = activeUpdatePointOf(site);
    const clients = clientsOf(site);
    const served = secondarySitesServedBy(hierarchy, site);
    return card(markdown`**${trusted(site.kind ? `${site.kind} site` : 'site')} ${escaped(site.code)}**${site.title ? markdown` ${escaped(site.title)}` : trusted('')}`, [
        site.release && fact('Release', trusted(releaseText(site.release))),
        modeFact(site, hierarchy),
        parent && fact('Reports to', named(parent.code, parent.title)),
        fact('Active software update point', active ? escaped(active.host.name) : trusted('none')),
        ...internetUpdatePointsOf(site).map(point => fact('Internet-based software update point', escaped(point.host.name))),
        active && fact('Synchronizes from', sourceText(site, hierarchy)),
        fact('Clients', hasUnknownClients(site) && clients.intranet + clients.internet === 0 ? trusted('unknown')
            : markdown`${trusted(hasUnknownClients(site) ? 'at least ' : '')}${count(clients.intranet)} on the intranet, ${count(clients.internet)} on the Internet`),
        ...clients.intranet > 0 ? [fact('Intranet clients scan against', serverText(usedOnIntranet(hierarchy, site), site))] : [],
        ...clients.internet > 0 ? [fact('Internet clients scan against', serverText(usedOnInternet(site), site))] : [],
        active && served.length > 0 && fact('Also serves', codesOf(served)),
        active && fact('Clients of the active software update point', markdown`${count(loadOf(hierarchy, site))}, with those of secondary sites that have none`),
        bound !== undefined && fact('A new update reaches the last client', escaped(bound))
    ]);
}

export function hostCard(host: Server | Cluster, hierarchy: Hierarchy): Markdown {
    return card(markdown`**${trusted(host.element)} ${escaped(host.name)}** of site ${escaped(host.site.code)}`, [
        host.element === 'cluster' && fact('Nodes', joined(host.nodes.map(node => escaped(node)), ', ')),
        host.fqdn !== undefined && fact('FQDN', escaped(host.fqdn)),
        host.internetFqdn !== undefined && fact('Internet FQDN', escaped(host.internetFqdn)),
        host.element === 'server' && host.os !== undefined && fact('Operating system', escaped(host.os)),
        host.element === 'server' && host.wsus && fact('WSUS', wsusText(host.wsus)),
        host.element === 'server' && host.isSiteServer && fact('Role', trusted('site server')),
        ...host.updatePoints.map(point => fact('Role', updatePointText(point))),
        ...host.element === 'server' ? clustersWith(host).map(cluster => fact('Node of', escaped(cluster.name))) : [],
        ...host.updatePoints.filter(({ state }) => state !== 'inactive').flatMap(point => [
            fact('Synchronizes from', point.state === 'active' ? sourceText(host.site, hierarchy) : upstreamText(upstreamPointOf(hierarchy, point))),
            fact('Serves', loadText(point, hierarchy))
        ])
    ]);
}

export function groupCard(group: ClientGroup, hierarchy: Hierarchy): Markdown {
    const point = group.on === 'internet' ? usedOnInternet(group.site) : usedOnIntranet(hierarchy, group.site);
    return card(markdown`**clients ${escaped(group.label ?? '')}** of site ${escaped(group.site.code)}`, [
        group.count !== undefined && fact('Clients', markdown`${count(group.count)} on the ${trusted(group.on === 'internet' ? 'Internet' : 'intranet')}`),
        fact('Scan against', serverText(point, group.site)),
        group.policy !== undefined && fact('Group Policy', escaped(group.policy))
    ]);
}

export function scenarioCard({ title, duration, events, expectations }: Scenario): Markdown {
    return card(markdown`**scenario** ${escaped(title ?? '')}`, [
        duration !== undefined && fact('Lasts', trusted(longDurationText(duration))),
        fact('Events', count(events.length)),
        fact('Expectations', count(expectations.length))
    ]);
}

export function hierarchyCard(hierarchy: Hierarchy, files: number): Markdown {
    const of = (kind: SiteKind): number => hierarchy.sites.filter(site => site.kind === kind).length;
    return card(markdown`**hierarchy** ${escaped(hierarchy.name ?? '')}`, [
        fact('Files', count(files)),
        fact('Sites', markdown`${count(hierarchy.sites.length)}: ${count(of('central') + of('primary'))} primary, ${count(of('secondary'))} secondary`),
        fact('Clients', count(clientsOfHierarchy(hierarchy)))
    ]);
}

/** The source that the active software update point of a site synchronizes from, as the plan states it or as it follows from the hierarchy. */
function sourceText(site: Site, hierarchy: Hierarchy): Markdown {
    const source = sourceOf(hierarchy, site);
    switch (source?.kind) {
        case 'microsoft-update': return trusted('Microsoft Update');
        case 'server': return escaped(source.server);
        case 'none': return trusted('no server, by export and import');
        case 'parent-site': return upstreamText(upstreamOf(hierarchy, site));
        default: return trusted('unknown');
    }
}

function upstreamText(upstream: SoftwareUpdatePoint | undefined): Markdown {
    return upstream ? markdown`${escaped(upstream.host.name)} of ${escaped(upstream.host.site.code)}` : trusted('no server');
}

/** The server that clients of a site scan against, with its site if that is another one. */
function serverText(point: SoftwareUpdatePoint | undefined, site: Site): Markdown {
    return !point ? trusted('no server') : point.host.site === site ? escaped(point.host.name) : upstreamText(point);
}

/** The number of clients of a software update point, and the number that it supports. */
function loadText(point: SoftwareUpdatePoint, hierarchy: Hierarchy): Markdown {
    const capacity = capacityOf(point);
    return trusted(`${counted(totalOf(loadOn(hierarchy, point)), 'client')}${capacity === undefined ? '' : ` of at most ${number(capacity)}`}`);
}

function codesOf(sites: readonly Site[]): Markdown {
    const codes = joined(sites.slice(0, maxCodes).map(({ code }) => escaped(code)), ', ');
    return sites.length > maxCodes ? markdown`${codes} and ${count(sites.length - maxCodes)} more` : codes;
}

function count(value: number): Markdown {
    return trusted(number(value));
}

/** A secondary site has the mode of its nearest primary ancestor, even if its own block states another. */
function modeFact(site: Site, hierarchy: Hierarchy): Markdown | false {
    const mode = modeOf(hierarchy, site);
    const above = site.kind === 'secondary' ? nearestPrimaryAncestor(hierarchy, site) : undefined;
    return mode !== undefined && fact('Mode', above ? markdown`${trusted(mode)}, derived from ${named(above.code, undefined)}` : trusted(mode));
}

function wsusText(wsus: WsusServer): Markdown {
    const ssl = { required: 'SSL required', website: 'SSL on the whole web site', off: 'without SSL' };
    return trusted([
        wsus.version ?? (isUnknown(wsus, 'version') ? 'version unknown' : 'version not given'),
        ...wsus.ports ? [portsText(wsus.ports)] : [],
        ...wsus.ssl ? [ssl[wsus.ssl]] : [],
        ...wsus.replica ? ['replica'] : []
    ].join(', '));
}

function updatePointText(point: SoftwareUpdatePoint): Markdown {
    const state = { active: 'active software update point', internet: 'active Internet-based software update point', inactive: 'software update point, not active' };
    return trusted([isUnknown(point, 'state') ? 'software update point, state unknown' : state[point.state], portsText(portsOf(point)), ...usesSsl(point) ? ['SSL'] : []].join(', '));
}

function portsText(ports: Ports | undefined): string {
    if (!ports) {
        return 'unknown ports';
    }
    const { http, https } = ports;
    return https === undefined ? `port ${http}` : `ports ${http} and ${https}`;
}

function named(code: string, title: string | undefined): Markdown {
    return title ? markdown`${escaped(code)} ${escaped(title)}` : escaped(code);
}

function fact(label: string, value: Markdown): Markdown {
    return markdown`- ${trusted(label)}: ${value}`;
}

function card(title: Markdown, facts: readonly (Markdown | false | undefined)[]): Markdown {
    return joined([title, joined(facts.filter(each => each !== false && each !== undefined), '\n')].filter(Boolean), '\n\n');
}
