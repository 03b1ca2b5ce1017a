import { type Cluster, groupBy, type Hierarchy, hostsOf, type Server, type Site, type SoftwareUpdatePoint, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfHost } from '../facts/host-facts.js';
import { type At, changeAt, name } from './change.js';
import { compareFacts } from './compare-facts.js';
import { compareRoles, roleOf, rolesText } from './roles.js';
import { compareWsus } from './wsus.js';

type Host = Server | Cluster;

/**
 * Compares the servers and clusters of two versions. They go by their names, so that one is found at another site too. What a site that
 * comes or goes brings or takes with it is no change of its own.
 */
export function hostChanges(before: Hierarchy, after: Hierarchy): (earlier: Site | undefined, site: Site) => readonly Change[] {
    const [former, present] = [hostsByPlace(before), hostsByPlace(after)];
    const [formerOf, presentOf] = [counterparts(former, present), counterparts(present, former)];
    return (earlier, site) => [
        ...hostsOf(site).filter(host => present.get(placeOf(host)) === host).flatMap(host => {
            const same = formerOf(host);
            return same ? compareHosts(same, host) : earlier ? [hostComes(host)] : [];
        }),
        ...earlier ? hostsOf(earlier).filter(host => former.get(placeOf(host)) === host && !presentOf(host)).map(hostGoes) : []
    ];
}

/** By site and name. Of several of one name at a site, a mistake, the first. */
function hostsByPlace({ sites }: Hierarchy): ReadonlyMap<string, Host> {
    const byPlace = new Map<string, Host>();
    sites.flatMap(hostsOf).forEach(host => byPlace.set(placeOf(host), byPlace.get(placeOf(host)) ?? host));
    return byPlace;
}

const placeOf = ({ name: hostName, site }: Host): string => toUpperCaseCode(JSON.stringify([site.code, hostName]));

/** What a host of one version is among those of the other: the one of its name at its site; else the first of its name whose place is new. */
function counterparts(others: ReadonlyMap<string, Host>, hosts: ReadonlyMap<string, Host>): (host: Host) => Host | undefined {
    const free = groupBy([...others.values()].filter(host => !hosts.has(placeOf(host))), host => [toUpperCaseCode(host.name)]);
    return host => others.get(placeOf(host)) ?? free.get(toUpperCaseCode(host.name))?.[0];
}


function compareHosts(former: Host, host: Host): readonly Change[] {
    const at: At = { site: host.site.code, host: host.name };
    const moved = toUpperCaseCode(former.site.code) === toUpperCaseCode(host.site.code) ? [] : [changeAt(at, {
        kind: 'moved', subject: host.element, from: name(former.site.code), to: name(host.site.code), cost: costs.movedServer,
        sentence: `${name(host.name)} moves from site ${name(former.site.code)} to ${name(host.site.code)}.`
    })];
    return [...moved, ...compareSiteServer(former, host, at), ...compareFacts(factsOfHost(former), factsOfHost(host), name(host.name), at), ...compareWsus(former, host, at), ...compareRoles(former, host, at)];
}

function compareSiteServer(former: Host, host: Host, at: At): readonly Change[] {
    const [was, is] = [former, host].map(each => each.element === 'server' && each.isSiteServer);
    return was === is ? [] : [changeAt(at, {
        kind: is ? 'added' : 'removed', subject: 'server', cost: costs.siteServer,
        sentence: is ? `${name(host.name)} becomes the site server of ${name(host.site.code)}.` : `${name(host.name)} is not the site server of ${name(host.site.code)} any more.`
    })];
}

function hostComes(host: Host): Change {
    const point = roleOf(host);
    const roles = [wsusText(host), point && `as ${rolesText[point.state]}`].filter(Boolean).join(', ');
    return changeAt(atHost(host), { kind: 'added', subject: host.element, sentence: `${kindOf(host)} ${name(host.name)} comes to ${name(host.site.code)}${roles && `, ${roles}`}.`, cost: costOf(host, point) });
}

function hostGoes(host: Host): Change {
    const point = roleOf(host);
    return changeAt(atHost(host), { kind: 'removed', subject: host.element, sentence: `${kindOf(host)} ${name(host.name)} goes from ${name(host.site.code)}${point ? `; it was ${rolesText[point.state]}` : ''}.`, cost: costOf(host, point) });
}

/** A site system that comes or goes is a matter of the console; the site server is where the site itself was installed. */
function costOf(host: Host, point: SoftwareUpdatePoint | undefined): Change['cost'] {
    return host.element === 'server' && host.isSiteServer ? costs.siteServer : host.element === 'server' && host.wsus ? costs.wsus : point && host.element === 'cluster' ? costs.nodes : costs.server;
}

const wsusText = (host: Host): string => host.element === 'server' && host.wsus ? `with WSUS ${host.wsus.version ?? ''}`.trimEnd() : '';

const kindOf = ({ element }: Host): string => element === 'server' ? 'Server' : 'Cluster';

const atHost = (host: Host): At => ({ site: host.site.code, host: host.name });
