import { type Site, type SoftwareUpdatePoint, toUpperCaseCode } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { factsOfHost } from '../facts/host-facts.js';
import { type ChangeLocation, changeAt, displayName } from './change.js';
import { compareFacts } from './compare-facts.js';
import { type Host, pairHosts } from './pair-hosts.js';
import { compareRoles, roleOf, roleTextOf } from './roles.js';
import { compareWsus } from './wsus.js';

/** Compares the servers and clusters of two versions, site by site. The hosts of an added or removed site are not separate changes. */
export function hostChanges(before: readonly Site[], after: readonly Site[]): (earlier: Site | undefined, site: Site) => readonly Change[] {
    const pairsOf = Map.groupBy(pairHosts(before, after), ({ from, to }) => (to ?? from)!.site);
    return (earlier, site) => [
        ...(pairsOf.get(site) ?? []).flatMap(({ from, to }) => !to ? [] : from ? compareHosts(from, to) : earlier ? [hostAdded(to)] : []),
        ...earlier ? (pairsOf.get(earlier) ?? []).flatMap(({ from, to }) => to ? [] : [hostRemoved(from!)]) : []
    ];
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
    const roles = [wsusText(host), point && `as ${roleTextOf(point)}`].filter(Boolean).join(', ');
    return changeAt(locationOf(host), { kind: 'added', subject: host.element, sentence: `${kindOf(host)} ${displayName(host.name)} is added to ${displayName(host.site.code)}${roles && `, ${roles}`}.`, cost: costOf(host, point, costs.wsus) });
}

function hostRemoved(host: Host): Change {
    const point = roleOf(host);
    return changeAt(locationOf(host), { kind: 'removed', subject: host.element, sentence: `${kindOf(host)} ${displayName(host.name)} is removed from ${displayName(host.site.code)}${point ? `; it was ${roleTextOf(point)}` : ''}.`, cost: costOf(host, point, costs.serverWithWsus) });
}

/** An administrator adds and removes site systems in the console, but not the site server, on which the site itself is installed. */
function costOf(host: Host, point: SoftwareUpdatePoint | undefined, ofWsus: Change['cost']): Change['cost'] {
    return host.element === 'server' && host.isSiteServer ? costs.siteServer : host.element === 'server' && host.wsus ? ofWsus : point && host.element === 'cluster' ? costs.nodes : costs.server;
}

const wsusText = (host: Host): string => host.element === 'server' && host.wsus ? `with WSUS ${host.wsus.version ?? ''}`.trimEnd() : '';

const kindOf = ({ element }: Host): string => element === 'server' ? 'Server' : 'Cluster';

const locationOf = (host: Host): ChangeLocation => ({ site: host.site.code, host: host.name });
