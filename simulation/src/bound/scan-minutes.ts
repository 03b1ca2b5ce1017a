import type { Assumptions } from '@sup/model';
import { minuteAfter } from '../world/line.js';
import { lineMinutes, waitingMinutes } from '../world/link.js';
import { capacityNow } from '../world/server-capacity.js';
import type { ClientGroupState, PointState } from '../world/state.js';
import type { World } from '../world/world.js';
import type { BoundPartKind } from './bound.js';
import type { Burden } from './burden.js';

/** The last part of the way: the scans of all clients of a wave, at most all of a link, or of a software update point, at the same time. */
export interface ScanMinutes {
    readonly kind: Extract<BoundPartKind, 'scan-spread' | 'line' | 'server'>;
    readonly minutes: number;
    /** Round trips of the last scan. */
    readonly answers: number;
}

export function scanMinutes({ located }: ClientGroupState, point: PointState, scansOverLink: number, { onPoint }: Burden, world: World): ScanMinutes {
    const { assumed } = world;
    const line = lineMinutes(located.link.plan, scansOverLink * assumed.scanSize);
    const server = onPoint.get(point)! / capacityNow(world, point, 1).rate;
    const longest = Math.max(assumed.scanSpread, line, server);
    const kind = longest === assumed.scanSpread ? 'scan-spread' : longest === line ? 'line' : 'server';
    const answers = scansOverLink > 0 ? waitingMinutes(located.link.plan, assumed.scanSize, assumed) : 0;
    const minutes = minuteAfter(longest);
    return { kind, minutes, answers: Math.max(0, minuteAfter(longest + answers) - minutes) };
}

/** Minutes from the policy until clients are due to scan, at most: none if a new catalog in their policy makes them scan. */
export function dueMinutes({ newCatalogScans, scanInterval }: Assumptions): number {
    return newCatalogScans === 1 ? 0 : scanInterval;
}

/** Minutes from the first policy until every client of a group has scanned for the first time. */
export function firstScanMinutes({ located }: ClientGroupState, point: PointState, scansOverLink: number, { onPoint }: Burden, world: World): number {
    const { assumed } = world;
    const server = onPoint.get(point)! / capacityNow(world, point, assumed.firstScanCost).rate;
    return minuteAfter(Math.max(assumed.policyInterval + assumed.scanSpread, lineMinutes(located.link.plan, scansOverLink * assumed.firstScanSize), server));
}
