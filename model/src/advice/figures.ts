import type { Assumptions } from '../assumptions.js';
import { dayMinutes } from '../durations.js';
import { latencyMinutes, transmissionMinutes } from '../transfer-times.js';

/** The effect of the scans of a number of clients, and that of a replica, on a link of known bandwidth. */
export interface LinkFigures {
    /** Share of the scan spread for which one scan of all clients fills the link; above 1 the scans do not fit into the spread. */
    readonly spreadShare: number;
    /** Minutes for which one scan of all clients fills the link, and the same per day. */
    readonly scanMinutes: number;
    readonly scanMinutesPerDay: number;
    /** Hours until the first scans of all clients are done. Includes the round trips of one scan. */
    readonly firstScanHours: number;
    /** Hours of the first synchronization of a replica, and minutes per day of the later ones. Both include round trips. */
    readonly firstPullHours: number;
    readonly pullMinutesPerDay: number;
    /** Minutes that one client waits for the answers of one scan: these leave the link free. */
    readonly scanWaitMinutes: number;
}

/** Megabytes that move over the link with and without a replica. */
export interface TrafficFigures {
    /** Per day. */
    readonly scanMegabytes: number;
    readonly replicaMegabytes: number;
    /** Once: the first scan of every client, and the first synchronization of a replica. */
    readonly onceForScans: number;
    readonly onceForReplica: number;
    /** Scan traffic divided by replica traffic; Infinity if a replica moves none. */
    readonly ratio: number;
}

export function linkFigures(clients: number, bandwidth: number, latency: number, assumed: Assumptions): LinkFigures {
    const waits = (megabytes: number): number => latencyMinutes(megabytes, latency, assumed.roundTrips);
    const transferMinutes = (megabytes: number): number => transmissionMinutes(megabytes, bandwidth) + waits(megabytes);
    const scanMinutes = transmissionMinutes(clients * assumed.scanSize, bandwidth);
    return {
        scanMinutes,
        spreadShare: scanMinutes / Math.max(1, assumed.scanSpread),
        scanMinutesPerDay: scanMinutes * dayMinutes / assumed.scanInterval,
        firstScanHours: clients === 0 ? 0 : (transmissionMinutes(clients * assumed.firstScanSize, bandwidth) + waits(assumed.firstScanSize)) / 60,
        firstPullHours: transferMinutes(assumed.catalogSize) / 60,
        pullMinutesPerDay: transferMinutes(assumed.changeSize) * dayMinutes / assumed.publishInterval,
        scanWaitMinutes: waits(assumed.scanSize)
    };
}

export function trafficFigures(clients: number, assumed: Assumptions): TrafficFigures {
    const scanMegabytes = clients * assumed.scanSize * dayMinutes / assumed.scanInterval;
    const replicaMegabytes = assumed.changeSize * dayMinutes / assumed.publishInterval;
    return {
        scanMegabytes, replicaMegabytes, onceForScans: clients * assumed.firstScanSize, onceForReplica: assumed.catalogSize,
        ratio: scanMegabytes === replicaMegabytes ? 1 : scanMegabytes / replicaMegabytes
    };
}
