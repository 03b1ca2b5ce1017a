import { activeUpdatePointOf, assembleHierarchy, clientsOf, durationText, type Hierarchy, parentOf, type Server, type Site, type SoftwareUpdatePoint, wsusOf } from '@sup/model';
import type { Bound } from './bound.js';
import { findBound } from './find-bound.js';

/** The bound for the clients of a secondary site in minutes, with the software update point of its parent and with its own. Undefined if nothing limits it. */
export interface BoundsBothWays {
    readonly parent: number | undefined;
    readonly own: number | undefined;
}

/**
 * Finds the bound for the clients of a secondary site in both cases; undefined if the site has no clients: a replica adds a step to the path of an update,
 * and takes the scans off the link. `present` is the bound of the plan as it is. The replica that a plan does not have is assumed to be on the site
 * server, with the WSUS version of the parent.
 */
export function boundsBothWays(hierarchy: Hierarchy, site: Site, present = findBound(hierarchy)): BoundsBothWays | undefined {
    const { intranet, internet } = clientsOf(site);
    if (intranet + internet === 0) {
        return undefined;
    }
    const hasOwn = activeUpdatePointOf(site) !== undefined;
    const other = hasOwn ? withoutUpdatePoint(site) : withUpdatePoint(hierarchy, site);
    const otherHierarchy = assembleHierarchy(hierarchy.name, hierarchy.sites.map(each => each === site ? other : each));
    const [now, otherwise] = [present, findBound(otherHierarchy, present.assumed)].map(bound => boundOf(bound, site.code));
    return hasOwn ? { own: now, parent: otherwise } : { own: otherwise, parent: now };
}

function boundOf({ groups: all }: Bound, code: string): number | undefined {
    const groups = all.filter(({ site }) => site === code);
    return groups.some(({ minutes }) => minutes === undefined) ? undefined : groups.reduce<number | undefined>((longest, { minutes }) => Math.max(longest ?? 0, minutes!), undefined);
}

function withoutUpdatePoint(site: Site): Site {
    return { ...site, servers: site.servers.map(server => ({ ...server, updatePoints: [] })), clusters: [] };
}

function withUpdatePoint(hierarchy: Hierarchy, site: Site): Site {
    const parent = parentOf(hierarchy, site);
    const upstream = parent && activeUpdatePointOf(parent);
    const model = upstream && wsusOf(upstream);
    const siteServer = site.servers.find(({ isSiteServer }) => isSiteServer);
    const server: Server = {
        element: 'server', site, name: siteServer?.name ?? `${site.code} site server`, isSiteServer: true, fqdn: undefined, internetFqdn: undefined, os: undefined, forest: undefined,
        trusted: undefined, otherRoles: undefined, cannotReach: siteServer?.cannotReach, wsusConsole: undefined, wsus: undefined, updatePoints: []
    };
    const withWsus: Server = { ...server, wsus: model && { ...model, server, replica: true, upstream: undefined, ports: undefined } };
    const point: SoftwareUpdatePoint = {
        element: 'updatePoint', host: withWsus, state: 'active', ports: undefined, ssl: upstream?.ssl, accepts: undefined, account: undefined, proxy: undefined, source: undefined, importPlan: undefined
    };
    return { ...site, servers: [...site.servers.filter(each => each !== siteServer), { ...withWsus, updatePoints: [point] }] };
}

/** Renders both bounds as a sentence. */
export function boundsBothWaysText({ parent, own }: BoundsBothWays): string {
    const text = (minutes: number | undefined): string => minutes === undefined ? 'with no limit' : `within ${durationText(minutes)} at most`;
    return `Without failures, a new update reaches the last client of the site ${text(parent)} if the site uses the software update point of the parent, and ${text(own)} if it has its own.`;
}
