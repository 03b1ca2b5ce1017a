import { activeUpdatePointOf, assume, type Assumptions, clientsOf, type Hierarchy, loadOf, parentOf, type Site } from '@sup/model';

const minutesOfDay = 24 * 60;

/** Whether a secondary site should have a software update point of its own, with the figures that it rests on. */
export interface Advice {
    readonly site: Site;
    readonly parent: Site;
    readonly hasOwn: boolean;
    readonly recommendation: 'own' | 'parent' | 'close';
    readonly clients: number;
    /** Megabytes a day over the link when the clients scan against the parent's software update point. */
    readonly scanMegabytes: number;
    /** Megabytes a day over the link when a replica at the site synchronizes from it. */
    readonly replicaMegabytes: number;
    /** Scan traffic by replica traffic: above 1 a replica moves less; Infinity where a replica moves nothing. */
    readonly ratio: number;
    /** So many clients at the site would make both equal; Infinity where scans move nothing. */
    readonly breakEven: number;
    /** What moves once: a first scan of all clients, and a replica's first synchronization. */
    readonly onceForScans: number;
    readonly onceForReplica: number;
    /** Minutes for which a scan of all clients fills the link; undefined without a bandwidth in the plan. */
    readonly scanMinutes: number | undefined;
    /** Whether these clients and the others of the parent are more than its software update point is known to bear. */
    readonly isParentFull: boolean;
    readonly parentLoad: number;
    readonly assumed: Assumptions;
}

/** Between these ratios the figures, which rest on assumptions, do not decide. */
export const closeCall = { from: 1 / 1.5, to: 1.5 } as const;

/** Clients that a software update point bears which shares its server. Source: "Software Updates Capacity Planning" and later tables. */
const capacity = 25_000;

/**
 * Does a secondary site need its own software update point? Without one, its clients use the parent's over the link. A poor connection,
 * or a parent near its limit, speak for an own one. Source: "How to Configure a Software Update Point on a Secondary Site" (ConfigMgr
 * 2007 library); the comparison of traffic is ours. Undefined for a site that is no secondary, or has no parent.
 */
export function advise(hierarchy: Hierarchy, site: Site, assumptions: Partial<Assumptions> = {}): Advice | undefined {
    const parent = parentOf(hierarchy, site);
    if (site.kind !== 'secondary' || !parent) {
        return undefined;
    }
    const assumed = assume(assumptions);
    const clients = clientsOf(site).intranet;
    const perClient = assumed.scanSize * minutesOfDay / assumed.scanInterval;
    const scanMegabytes = clients * perClient;
    const replicaMegabytes = assumed.changeSize * minutesOfDay / assumed.publishInterval;
    const ratio = scanMegabytes === replicaMegabytes ? 1 : scanMegabytes / replicaMegabytes;
    const hasOwn = activeUpdatePointOf(site) !== undefined;
    const parentLoad = loadOf(hierarchy, parent) + (hasOwn ? clients : 0);
    const isParentFull = parentLoad > capacity;
    const { bandwidth } = site.link ?? {};
    return {
        site, parent, hasOwn, clients, scanMegabytes, replicaMegabytes, ratio, parentLoad, isParentFull, assumed,
        recommendation: isParentFull || ratio > closeCall.to ? 'own' : ratio < closeCall.from ? 'parent' : 'close',
        breakEven: perClient === 0 ? Infinity : Math.ceil(replicaMegabytes / perClient),
        onceForScans: clients * assumed.firstScanSize,
        onceForReplica: assumed.catalogSize,
        scanMinutes: bandwidth ? Math.ceil(clients * assumed.scanSize * 8_000 / bandwidth / 60) : undefined
    };
}
