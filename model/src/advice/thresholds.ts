/**
 * The limits at which the advice changes. The documentation gives none: "How to Configure a Software Update Point on a Secondary Site" (ConfigMgr
 * 2007 library) only names a poor connection to the parent, and a parent near the number of clients that its WSUS supports. So these are choices.
 */
export const thresholds = {
    /** Share of the scan spread for which a scan of all clients fills the link: fine up to the first, too much above the second. */
    spreadShare: { fine: 0.1, tooMuch: 0.5 },
    /** Hours for which the first scans of all clients fill the link. */
    firstScanHours: { fine: 4, tooMuch: 24 },
    /** A multiple of the upper limits beyond which the need does not depend on the assumptions. The rule `secondary-needs-own-sup` reports only such sites. */
    clear: 4,
    /** A replica is bearable if its daily synchronization, in minutes, and its first one, in hours, take no longer. */
    replica: { minutesPerDay: 144, firstHours: 24 },
    /** The share of the supported number of clients above which a software update point is near its capacity. */
    nearCapacity: 0.9
} as const;
