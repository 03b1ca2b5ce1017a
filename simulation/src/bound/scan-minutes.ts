import { type Assumptions, scansOnNewCatalog } from '@sup/model';
import { minuteAfter } from '../world/link-transfers.js';
import { latencyMinutes, transmissionMinutes } from '../world/link.js';
import { capacityNow } from '../world/server-capacity.js';
import type { ClientGroupState, PointState } from '../world/state.js';
import type { World } from '../world/world.js';
import type { BoundPartKind } from './bound.js';
import type { ClientLoad } from './client-load.js';

/** The last part of the path: the scans. At worst, all clients that share a link or a software update point scan at the same time. */
export interface ScanMinutes {
    readonly kind: Extract<BoundPartKind, 'scan-spread' | 'link' | 'server'>;
    readonly minutes: number;
    /** Round trips of the last scan. */
    readonly answers: number;
}

export function scanMinutes({ located }: ClientGroupState, point: PointState, scansOverLink: number, { onPoint }: ClientLoad, world: World): ScanMinutes {
    const { assumed } = world;
    const link = transmissionMinutes(located.link.plan, scansOverLink * assumed.scanSize);
    const server = onPoint.get(point)! / capacityNow(world, point, 1).rate;
    const longest = Math.max(assumed.scanSpread, link, server);
    const kind = longest === assumed.scanSpread ? 'scan-spread' : longest === link ? 'link' : 'server';
    const answers = scansOverLink > 0 ? latencyMinutes(located.link.plan, assumed.scanSize, assumed) : 0;
    const minutes = minuteAfter(longest);
    return { kind, minutes, answers: Math.max(0, minuteAfter(longest + answers) - minutes) };
}

/** Minutes from the policy until clients are due to scan, at most: none if a new catalog in their policy makes them scan. */
export function dueMinutes(assumed: Assumptions): number {
    return scansOnNewCatalog(assumed) ? 0 : assumed.scanInterval;
}

/** Minutes from the first policy until every client of a group has scanned for the first time. */
export function firstScanMinutes({ located }: ClientGroupState, point: PointState, scansOverLink: number, { onPoint }: ClientLoad, world: World): number {
    const { assumed } = world;
    const server = onPoint.get(point)! / capacityNow(world, point, assumed.firstScanCost).rate;
    return minuteAfter(Math.max(assumed.policyInterval + assumed.scanSpread, transmissionMinutes(located.link.plan, scansOverLink * assumed.firstScanSize), server));
}
