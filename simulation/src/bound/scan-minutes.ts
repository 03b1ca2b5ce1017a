import { type Assumptions, scansOnNewCatalog } from '@sup/model';
import { minuteAfter } from '../world/link-transfers.js';
import { latencyMinutes, transmissionMinutes } from '../world/link.js';
import { capacityNow } from '../world/server-capacity.js';
import type { ClientGroupState, PointState, SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import type { BoundPartKind } from './bound.js';
import type { ClientLoad } from './client-load.js';

/**
 * The last part of the path: the scans. At worst, a client starts at the end of the spread, or all clients that share a link or a software update
 * point scan at the same time, which takes longer.
 */
export interface ScanMinutes {
    readonly kind: Extract<BoundPartKind, 'scan-spread' | 'link' | 'server'>;
    readonly minutes: number;
    /** The last scan over the link: its data, if they follow the spread, and its round trips. */
    readonly lastScan: number;
}

export function scanMinutes({ located }: ClientGroupState, point: PointState, scansOverLink: number, { onPoint }: ClientLoad, world: World): ScanMinutes {
    const { assumed } = world;
    const { scanSpread, scanSize } = assumed;
    const [data, answers] = minutesOverLink(located, scansOverLink, scanSize, assumed);
    const link = data * scansOverLink;
    const server = onPoint.get(point)! / capacityNow(world, point, 1).rate;
    const longest = Math.max(scanSpread + data, link, server);
    const kind = longest === scanSpread + data ? 'scan-spread' : longest === link ? 'link' : 'server';
    const minutes = kind === 'scan-spread' ? scanSpread : minuteAfter(longest);
    return { kind, minutes, lastScan: Math.max(0, minuteAfter(longest + answers) - minutes) };
}

/** Minutes from the policy until clients are due to scan, at most: none if a new catalog in their policy makes them scan. */
export function dueMinutes(assumed: Assumptions): number {
    return scansOnNewCatalog(assumed) ? 0 : assumed.scanInterval;
}

/**
 * Minutes from the first policy until every client of a group has scanned for the first time. The last client starts when it has received the policy and
 * its delay is over. If the link or the server cannot serve clients as fast as they start, their scans queue, and at worst take their whole time from there.
 */
export function firstScanMinutes({ located }: ClientGroupState, point: PointState, scansOverLink: number, { onPoint }: ClientLoad, world: World): number {
    const { assumed } = world;
    const { firstScanSize, policyInterval, scanSpread } = assumed;
    // Most clients start in a minute while all of them are in the longer of the two periods.
    const isQueued = (minutes: number, clients: number): boolean => minutes * clients > Math.max(policyInterval, scanSpread);
    const [data, answers] = minutesOverLink(located, scansOverLink, firstScanSize, assumed);
    const link = data * (isQueued(data, scansOverLink) ? scansOverLink : 1);
    const work = 1 / capacityNow(world, point, assumed.firstScanCost).rate;
    const clients = onPoint.get(point)!;
    const server = isQueued(work, clients) ? work * clients : 0;
    return minuteAfter(policyInterval + scanSpread + Math.max(link, server) + answers);
}

/** The minutes of one scan over the link of a site: for its data, and for the answers that it waits for. None if no scans cross the link. */
function minutesOverLink({ link: { plan } }: SiteState, scansOverLink: number, megabytes: number, assumed: Assumptions): readonly [data: number, answers: number] {
    return scansOverLink > 0 ? [transmissionMinutes(plan, megabytes), latencyMinutes(plan, megabytes, assumed)] : [0, 0];
}
