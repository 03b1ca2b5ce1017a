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
    /** Whether the plan has one of its own that never synchronizes. */
    readonly isBypassed: boolean;
}

/**
 * Finds the bound for the clients of a secondary site in both cases; undefined if the site has no clients: a replica adds a step to the path of an update,
 * and takes the scans off the link. `present` is the bound of the plan as it is. The replica that a plan does not have is assumed to be on the site
 * server, with the WSUS version of the parent; it also takes the place of one that never synchronizes, since the clients then scan at the parent anyway.
 */
export function boundsBothWays(hierarchy: Hierarchy, site: Site, present = findBound(hierarchy)): BoundsBothWays | undefined {
    const { intranet, internet } = clientsOf(site);
    if (intranet + internet === 0) {
        return undefined;
    }
    const hasOwn = activeUpdatePointOf(site) !== undefined;
    const isBypassed = present.groups.some(({ site: code, bypassed }) => code === site.code && bypassed);
    const boundWith = (other: Site): Bound => findBound(assembleHierarchy(hierarchy.name, hierarchy.sites.map(each => each === site ? other : each)), present.assumed);
    const own = hasOwn && !isBypassed ? present : boundWith(withUpdatePoint(hierarchy, withoutUpdatePoint(site)));
    const parent = hasOwn ? boundWith(withoutUpdatePoint(site)) : present;
    const bothWays = (timeOf: (group: GroupBound) => number | undefined): BothWays => ({ own: longest(own, site.code, timeOf), parent: longest(parent, site.code, timeOf) });
    return { ...bothWays(({ minutes }) => minutes), firstScans: bothWays(({ firstScans }) => firstScans), isBypassed };
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
export function boundsBothWaysText({ parent, own, firstScans, isBypassed }: BoundsBothWays): readonly string[] {
    return [
        ...isBypassed ? ['The software update point of the site never synchronizes as it is planned, so its clients scan at that of the parent. The times with its own are those after this is corrected.'] : [],
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
