import { activeUpdatePointOf, assembleHierarchy, clientsOf, durationText, type Hierarchy, parentOf, type Server, type Site, type SoftwareUpdatePoint, wsusOf } from '@sup/model';
import type { Bound, GroupBound } from './bound.js';
import { findBound } from './find-bound.js';

/** A time in minutes, with the software update point of the parent site and with one of its own. Undefined if nothing limits it. */
export interface BothWays {
    readonly parent: number | undefined;
    readonly own: number | undefined;
}

/** Sites of a hierarchy up to which both bounds should be computed for each site: the work grows with their square. */
export const maxSitesBothWays = 500;

/** The bound for the clients of a secondary site, and the time from their first policy until each has scanned for the first time. */
export interface BoundsBothWays extends BothWays {
    readonly firstScans: BothWays;
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
    const bounds = [present, findBound(otherHierarchy, present.assumed)];
    const bothWays = (timeOf: (group: GroupBound) => number | undefined): BothWays => {
        const [now, otherwise] = bounds.map(bound => longest(bound, site.code, timeOf));
        return hasOwn ? { own: now, parent: otherwise } : { own: otherwise, parent: now };
    };
    return { ...bothWays(({ minutes }) => minutes), firstScans: bothWays(({ firstScans }) => firstScans) };
}

/** The longest time of the groups of a site; undefined if one has none. */
function longest({ groups }: Bound, code: string, timeOf: (group: GroupBound) => number | undefined): number | undefined {
    const times = groups.filter(({ site }) => site === code).map(timeOf);
    return times.length === 0 || times.includes(undefined) ? undefined : Math.max(...times.map(time => time!));
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

/** Renders both bounds and both times of the first scans as sentences. */
export function boundsBothWaysText({ parent, own, firstScans }: BoundsBothWays): readonly string[] {
    return [
        bothWaysText({ parent, own }, 'a new update reaches the last client of the site', 'Without failures, ', ''),
        bothWaysText(firstScans, 'each of its clients has scanned for the first time', 'After an installation, ', ' of its first policy')
    ];
}

function bothWaysText({ parent, own }: BothWays, outcome: string, head: string, since: string): string {
    const within = (minutes: number): string => `within ${durationText(minutes)} at most${since}`;
    if (parent === undefined && own === undefined) {
        return `Nothing limits the time until ${outcome}, with the software update point of the parent or with its own.`;
    }
    if (parent === undefined || own === undefined) {
        const [limited, other] = parent === undefined ? ['its own software update point', 'that of the parent'] : ['the software update point of the parent', 'its own'];
        return `${head}${outcome} ${within((parent ?? own)!)} with ${limited}; with ${other}, nothing limits the time.`;
    }
    return `${head}${outcome} ${within(parent)} with the software update point of the parent, and ${within(own).replace(since, '')} with its own.`;
}
