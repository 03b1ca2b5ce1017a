import { activeUpdatePointOf, assume, type Assumptions, capacityOf, clientsOf, type Hierarchy, loadOf, parentOf, type Site } from '@sup/model';

const minutesOfDay = 24 * 60;

/** Whether a secondary site should have its own software update point, with the figures that the recommendation is based on. */
export interface Advice {
    readonly site: Site;
    readonly parent: Site;
    readonly hasOwn: boolean;
    readonly recommendation: 'own' | 'parent' | 'close';
    readonly clients: number;
    /** Megabytes per day over the link if the clients scan against the parent's software update point. */
    readonly scanMegabytes: number;
    /** Megabytes per day over the link if a replica at the site synchronizes from the parent's software update point. */
    readonly replicaMegabytes: number;
    /** Scan traffic divided by replica traffic: above 1 a replica moves less data; Infinity if a replica moves none. */
    readonly ratio: number;
    /** The number of clients at which both options move the same amount of data; Infinity if scans move none. */
    readonly breakEven: number;
    /** One-time megabytes: the first scan of all clients, and the first synchronization of a replica. */
    readonly onceForScans: number;
    readonly onceForReplica: number;
    /** Minutes for which a scan of all clients saturates the link; undefined if the plan states no bandwidth. */
    readonly scanMinutes: number | undefined;
    /** Whether these clients together with those of the parent exceed the documented capacity of its software update point. */
    readonly isParentFull: boolean;
    readonly parentLoad: number;
    readonly assumed: Assumptions;
}

/** Ratios in this range are inconclusive, because the figures are based on assumptions. */
const closeCall = { from: 1 / 1.5, to: 1.5 } as const;

/**
 * Recommends whether a secondary site needs its own software update point. Without one, its clients use the parent's over the link. A
 * slow link, or a parent near its capacity, favors a separate one. Source: "How to Configure a Software Update Point on a Secondary
 * Site" (ConfigMgr 2007 library); the traffic comparison is not from the documentation. Returns undefined unless the site is a secondary
 * site with a parent.
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
    const point = activeUpdatePointOf(parent);
    const isParentFull = point !== undefined && parentLoad > (capacityOf(point) ?? Infinity);
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
