import {
    activeUpdatePointOf, type Cluster, clientsOf, type Hierarchy, internetUpdatePointsOf, isUnknown, loadOf, modeOf, nearestPrimaryAncestor, number, parentOf,
    type Ports, portsOf, releaseText, type Server, type Site, type SoftwareUpdatePoint, usesSsl, type WsusServer
} from '@sup/model';
import { escaped, joined, type Markdown, markdown, trusted } from './markdown.js';

/** The facts of a site: those the plan states, and those the product derives from them. */
export function siteCard(site: Site, hierarchy: Hierarchy): Markdown {
    const parent = parentOf(hierarchy, site);
    const active = activeUpdatePointOf(site);
    const clients = clientsOf(site);
    const count = (clients: number): Markdown => trusted(number(clients));
    return card(markdown`**${trusted(site.kind ? `${site.kind} site` : 'site')} ${escaped(site.code)}**${site.title ? markdown` ${escaped(site.title)}` : trusted('')}`, [
        site.release && fact('Release', trusted(releaseText(site.release))),
        modeFact(site, hierarchy),
        parent && fact('Reports to', named(parent.code, parent.title)),
        fact('Active software update point', active ? escaped(active.host.name) : trusted('none')),
        ...internetUpdatePointsOf(site).map(point => fact('Internet-based software update point', escaped(point.host.name))),
        fact('Clients', markdown`${count(clients.intranet)} on the intranet, ${count(clients.internet)} on the Internet`),
        active && fact('Clients of the active software update point', markdown`${count(loadOf(hierarchy, site))}, with those of secondary sites that have none`)
    ]);
}

export function hostCard(host: Server | Cluster): Markdown {
    return card(markdown`**${trusted(host.element)} ${escaped(host.name)}** of site ${escaped(host.site.code)}`, [
        host.element === 'cluster' && fact('Nodes', joined(host.nodes.map(node => escaped(node)), ', ')),
        host.fqdn !== undefined && fact('FQDN', escaped(host.fqdn)),
        host.internetFqdn !== undefined && fact('Internet FQDN', escaped(host.internetFqdn)),
        host.element === 'server' && host.os !== undefined && fact('Operating system', escaped(host.os)),
        host.element === 'server' && host.wsus && fact('WSUS', wsusText(host.wsus)),
        host.element === 'server' && host.isSiteServer && fact('Role', trusted('site server')),
        ...host.updatePoints.map(point => fact('Role', updatePointText(point)))
    ]);
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
