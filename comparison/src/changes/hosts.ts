import { type Cluster, groupBy, type Hierarchy, hostsOf, type Server, type Site, type SoftwareUpdatePoint, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfHost } from '../facts/host-facts.js';
import { type ChangeLocation, changeAt, displayName } from './change.js';
import { compareFacts } from './compare-facts.js';
import { compareRoles, roleOf, roleTexts } from './roles.js';
import { compareWsus } from './wsus.js';

export type Host = Server | Cluster;

/** A host in two versions; undefined where a version does not have it. */
export interface HostPair {
    readonly from: Host | undefined;
    readonly to: Host | undefined;
}

/**
 * Compares the servers and clusters of two versions. They are identified by their names, so a host that moves to another site is found
 * there. The hosts of an added or removed site are not separate changes.
 */
export function hostChanges(before: Hierarchy, after: Hierarchy): (earlier: Site | undefined, site: Site) => readonly Change[] {
    const [previous, current] = [hostsByLocation(before), hostsByLocation(after)];
    const [previousOf, currentOf] = [counterparts(previous, current), counterparts(current, previous)];
    return (earlier, site) => [
        ...hostsOf(site).filter(host => current.get(locationKeyOf(host)) === host).flatMap(host => {
            const same = previousOf(host);
            return same ? compareHosts(same, host) : earlier ? [hostAdded(host)] : [];
        }),
        ...earlier ? hostsOf(earlier).filter(host => previous.get(locationKeyOf(host)) === host && !currentOf(host)).map(hostRemoved) : []
    ];
}

/** Pairs the hosts of two versions as {@link hostChanges} does: those of the later version, then those that it does not have. */
export function pairHosts(before: Hierarchy, after: Hierarchy): readonly HostPair[] {
    const [previous, current] = [hostsByLocation(before), hostsByLocation(after)];
    const [previousOf, currentOf] = [counterparts(previous, current), counterparts(current, previous)];
    return [
        ...[...current.values()].map((to): HostPair => ({ from: previousOf(to), to })),
        ...[...previous.values()].filter(host => !currentOf(host)).map((from): HostPair => ({ from, to: undefined }))
    ];
}

/** The hosts by site and name. Of several with the same name at one site, which a rule reports, only the first is compared. */
function hostsByLocation({ sites }: Hierarchy): ReadonlyMap<string, Host> {
    const byLocation = new Map<string, Host>();
    sites.flatMap(hostsOf).forEach(host => byLocation.set(locationKeyOf(host), byLocation.get(locationKeyOf(host)) ?? host));
    return byLocation;
}

const locationKeyOf = ({ name: hostName, site }: Host): string => toUpperCaseCode(JSON.stringify([site.code, hostName]));

/**
 * Finds the counterpart of a host in the other version: the host with the same name at the same site; otherwise the first host with the same
 * name that has no counterpart at its own site, so it has moved.
 */
function counterparts(others: ReadonlyMap<string, Host>, hosts: ReadonlyMap<string, Host>): (host: Host) => Host | undefined {
    const free = groupBy([...others.values()].filter(host => !hosts.has(locationKeyOf(host))), host => [toUpperCaseCode(host.name)]);
    return host => others.get(locationKeyOf(host)) ?? free.get(toUpperCaseCode(host.name))?.[0];
}

function compareHosts(previous: Host, host: Host): readonly Change[] {
    const at: ChangeLocation = { site: host.site.code, host: host.name };
    const moved = toUpperCaseCode(previous.site.code) === toUpperCaseCode(host.site.code) ? [] : [changeAt(at, {
        kind: 'moved', subject: host.element, from: displayName(previous.site.code), to: displayName(host.site.code), cost: costs.movedServer,
        sentence: `${displayName(host.name)} moves from site ${displayName(previous.site.code)} to ${displayName(host.site.code)}.`
    })];
    return [...moved, ...compareSiteServer(previous, host, at), ...compareFacts(factsOfHost(previous), factsOfHost(host), displayName(host.name), at), ...compareWsus(previous, host, at), ...compareRoles(previous, host, at)];
}

function compareSiteServer(previous: Host, host: Host, at: ChangeLocation): readonly Change[] {
    const [was, is] = [previous, host].map(each => each.element === 'server' && each.isSiteServer);
    return was === is ? [] : [changeAt(at, {
        kind: is ? 'added' : 'removed', subject: 'server', cost: costs.siteServer,
        sentence: is ? `${displayName(host.name)} becomes the site server of ${displayName(host.site.code)}.` : `${displayName(host.name)} is no longer the site server of ${displayName(host.site.code)}.`
    })];
}

function hostAdded(host: Host): Change {
    const point = roleOf(host);
    const roles = [wsusText(host), point && `as ${roleTexts[point.state]}`].filter(Boolean).join(', ');
    return changeAt(locationOf(host), { kind: 'added', subject: host.element, sentence: `${kindOf(host)} ${displayName(host.name)} is added to ${displayName(host.site.code)}${roles && `, ${roles}`}.`, cost: costOf(host, point, costs.wsus) });
}

function hostRemoved(host: Host): Change {
    const point = roleOf(host);
    return changeAt(locationOf(host), { kind: 'removed', subject: host.element, sentence: `${kindOf(host)} ${displayName(host.name)} is removed from ${displayName(host.site.code)}${point ? `; it was ${roleTexts[point.state]}` : ''}.`, cost: costOf(host, point, costs.serverWithWsus) });
}

/** An administrator adds and removes site systems in the console, but not the site server, on which the site itself is installed. */
function costOf(host: Host, point: SoftwareUpdatePoint | undefined, ofWsus: Change['cost']): Change['cost'] {
    return host.element === 'server' && host.isSiteServer ? costs.siteServer : host.element === 'server' && host.wsus ? ofWsus : point && host.element === 'cluster' ? costs.nodes : costs.server;
}

const wsusText = (host: Host): string => host.element === 'server' && host.wsus ? `with WSUS ${host.wsus.version ?? ''}`.trimEnd() : '';

const kindOf = ({ element }: Host): string => element === 'server' ? 'Server' : 'Cluster';

const locationOf = (host: Host): ChangeLocation => ({ site: host.site.code, host: host.name });
