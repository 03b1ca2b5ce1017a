import {
    activeUpdatePointsOf, capacityOf, clientsOf, counted, type Hierarchy, isOlder, isPrimarySiteOverfull, isSms2003, listOf, type Load, loadOn, number, releaseFacts, secondarySitesServedBy, type Server, serversOf,
    type Site, type SoftwareUpdatePoint, totalOf, wsusVersions
} from '@sup/model';
import { activate } from '../../edits/activate.js';
import { unsetProperty } from '../../edits/edit.js';
import { namesOf, Upgrade } from '../../edits/upgrade.js';
import type { Fact } from '../../explain/fact.js';
import { hasRole, isSiteServer } from '../../explain/facts/roles.js';
import { statesMostClients } from '../../explain/facts/sites.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';

/** The WSUS version with the highest capacity, on a computer without other roles. */
const best = wsusVersions.at(-1)!;
const { shared, alone } = releaseFacts.wsus[best].clients;

export default defineRule({
    id: 'sup-capacity-exceeded',
    since: '0.1.0',
    summary: 'No more clients use a software update point than it supports.',
    category: 'wsus',
    reach: 'name',
    sources: ['Configuration Manager Site Capacity Planning', 'Planning for Software Updates (later releases)', 'How to Configure the Active Software Update Point to Use Network Load Balancing'],
    messages: {
        exceeded: ({ host, total, parts, capacity }: { host: string; total: number; parts: readonly string[]; capacity: number }) => ({
            what: `${counted(total, 'client')} use the software update point on ${host} (${listOf(parts)}), but it supports ${number(capacity)}.`,
            why: `A software update point supports ${number(shared)} clients; on a computer without other roles, with WSUS ${best}, ${number(alone)}. The site server counts as another role.`,
            todo: `Plan it on a computer of its own with WSUS ${best}, plan a cluster, or give secondary sites their own.`
        })
    },
    severities: {
        exceeded: { severity: 'warning', because: 'The number is a support limit for suitable hardware; nothing stops working at it.' }
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { site } = point.host;
            const capacity = point.state === 'inactive' ? undefined : capacityOf(point);
            if (capacity === undefined || isSms2003(site)) {
                return;
            }
            const load = loadOn(hierarchy, point);
            const total = totalOf(load);
            // Too many clients for the whole site, and several active ones, are reported by rules of their own.
            if (total <= capacity || isPrimarySiteOverfull(hierarchy, site) || (point.state === 'active' && activeUpdatePointsOf(site).length > 1)) {
                return;
            }
            const served = load.below > 0 ? secondarySitesServedBy(hierarchy, site).filter(({ clients, clientGroups }) => clients ?? clientGroups.length > 0) : [];
            context.report('exceeded', {
                at: { of: point, part: 'state' },
                args: { host: point.host.name, total, parts: partsOf(site, load, served), capacity },
                because: () => [
                    hasRole(point),
                    ...statesMostClients([...(load.own + load.internet > 0 ? [site] : []), ...served]),
                    ...load.below > 0 ? [{ text: 'Clients of a secondary site without a software update point use the one of the parent site.', source: 'About the Software Update Point' }] : [],
                    ...serversOf(point).flatMap(server => [...server.wsus ? [hasVersion(server.wsus)] : [], ...server.isSiteServer ? [isSiteServer(server)] : [], ...hasOtherRoles(server)]),
                    { text: `A software update point supports ${number(shared)} clients beside other roles, and ${number(alone)} alone on its computer with WSUS ${best}.`, source: 'Planning for Software Updates (later releases)' }
                ],
                related: [...(load.own + load.internet > 0 ? [site] : []), ...served].map(each => ({ of: each, part: 'clients', message: `The clients of ${each.code}` })),
                fixes: () => [...enlarge(hierarchy, point, total), ...relieve(hierarchy, served, total - capacity)]
            });
        }
    }
});

function hasOtherRoles(server: Server): readonly Fact[] {
    const roles = server.otherRoles ?? [];
    return roles.length === 0 ? [] : [{ text: `${server.name} has other roles: ${listOf(roles)}.`, at: { of: server, part: 'other roles' } }];
}

function partsOf(site: Site, { own, below, internet }: Load, served: readonly Site[]): readonly string[] {
    return [
        ...(own > 0 ? [`${number(own)} of ${site.code}`] : []),
        ...(below > 0 ? [`${number(below)} of ${namesOf(served.map(({ code }) => code), 'secondary site')} without their own`] : []),
        ...(internet > 0 ? [`${number(internet)} on the Internet`] : [])
    ];
}

/** Gives the role a computer of its own with the best WSUS version, unless it is on the site server. */
function enlarge(hierarchy: Hierarchy, point: SoftwareUpdatePoint, total: number): readonly Fix[] {
    const [server] = serversOf(point);
    if (!server || server.isSiteServer || total > alone) {
        return [];
    }
    const upgrade = server.wsus?.version && isOlder(server.wsus.version, best) ? new Upgrade(hierarchy).raiseWsus([point], best) : undefined;
    const isShared = (server.otherRoles?.length ?? 0) > 0;
    const title = [...(isShared ? [`Keep other roles off ${server.name}`] : []), ...(upgrade ? [`${isShared ? 'plan' : 'Plan'} ${upgrade.text}`] : [])].join(', and ');
    return [{ title, edits: [...(isShared ? [unsetProperty(server, 'other roles')] : []), ...upgrade?.edits ?? []] }];
}

/** Gives as few secondary sites as possible a software update point of their own, those with the most clients first. */
function relieve(hierarchy: Hierarchy, served: readonly Site[], excess: number): readonly Fix[] {
    const chosen: Site[] = [];
    let rest = excess;
    for (const site of [...served].sort((a, b) => clientsOf(b).intranet - clientsOf(a).intranet)) {
        if (rest > 0) {
            chosen.push(site);
            rest -= clientsOf(site).intranet;
        }
    }
    return rest > 0 || chosen.length === 0 ? [] : [{
        title: `Give ${namesOf(chosen.map(({ code }) => code), 'secondary site')} ${chosen.length === 1 ? 'its own software update point' : 'their own software update points'}`,
        edits: chosen.flatMap(site => activate(hierarchy, site)[0]!.edits)
    }];
}
