import type { ScanResult } from '@sup/model';
import { minuteAfter } from '../world/link-transfers.js';
import { latencyMinutes, transmissionMinutes } from '../world/link.js';
import { crossesLink, locateUpdatePoint } from '../world/locate.js';
import { policyVersionFor } from '../world/policy.js';
import { capacityNow } from '../world/server-capacity.js';
import type { CohortState, PointState, ScanState } from '../world/state.js';
import type { World } from '../world/world.js';
import { carry } from './carry.js';
import { divide, endScan } from './divide-scans.js';
import { isOrdered } from './known-versions.js';
import { recordFailure, recordSuccess } from './record-scans.js';

/** Clients of one part of a group that start to scan between now and another time. */
export interface ScanRequest {
    readonly cohort: CohortState;
    readonly clients: number;
    readonly to: number;
    /** Whether their last scan failed. */
    readonly isRetry: boolean;
    /** The share of the clients of the whole part that have started by a time; undefined if they start evenly from now on. */
    readonly startedBy?: ((time: number) => number) | undefined;
}

/** Clients that may fill a link start in portions of this length, so that the link carries their data as they request it. */
const shortPortion = 5;

/**
 * The clients scan against the software update point that the management point returns, which must have at least the content version of their
 * policy. The server works on their scans in order and refuses those that it has no room for; the link to the parent carries the data. A failed scan is
 * retried. Source: "Track software update compliance assessment" (Configuration Manager documentation, later version); the retry and its
 * interval are not confirmed for this release.
 */
export function scan(world: World, request: ScanRequest): void {
    const { cohort, clients, to, isRetry } = request;
    if (clients === 0) {
        return;
    }
    const { point, result, because } = locateUpdatePoint(world, cohort.group, policyVersionFor(world, cohort));
    const isFound = result === 'succeeded' && point !== undefined;
    const until = Math.min(to, world.time + (isRetry ? Infinity : isFound ? Math.min(portionOf(world, request, point), minutesOfOldest(world, request)) : world.assumed.scanRetry));
    const now = until === to ? clients : Math.floor(clients * shareUntil(world, request, until));
    if (now > 0 && isFound) {
        startScan(world, { ...request, clients: now, to: until }, point, now === clients);
    } else if (now > 0) {
        cohort.group.attempts += now;
        cohort.failedWidth = until - world.time;
        fail(world, request, now, result as Exclude<ScanResult, 'succeeded'>, point, because);
    }
    if (now < clients) {
        cohort.isPostponed = true;
        world.scheduleUnprompted(until, 'client', cohort.group.located, resume, { ...request, clients: clients - now });
    }
}

function resume(world: World, request: ScanRequest): void {
    request.cohort.isPostponed = false;
    scan(world, request);
}

/**
 * The minutes for which clients start at once. Clients that scan over a link or fail do so as they start, so a part that starts over a long time
 * is divided.
 */
function portionOf({ assumed }: World, { cohort, clients }: ScanRequest, point: PointState): number {
    if (!crossesLink(cohort.group, point)) {
        return Infinity;
    }
    const size = cohort.catalog === point ? assumed.scanSize : assumed.firstScanSize;
    const volume = transmissionMinutes(cohort.group.located.link.plan, clients * size);
    return volume > shortPortion ? shortPortion : assumed.scanSpread || Infinity;
}

/** The minutes until the clients with the oldest catalog have started, which ends their wait for a newer one; Infinity if all have the same. */
function minutesOfOldest(world: World, { cohort, clients, to }: ScanRequest): number {
    const [oldest, ...others] = isOrdered(world, cohort) ? cohort.known : [];
    return oldest && others.length > 0 && oldest.clients < clients ? Math.ceil((to - world.time) * oldest.clients / clients) : Infinity;
}

/** The share of clients that start until a time, of those that have not started yet. */
function shareUntil({ time }: World, { to, startedBy = each => (each - time) / (to - time) }: ScanRequest, until: number): number {
    const before = startedBy(time);
    return before >= 1 ? 1 : Math.min(1, Math.max(0, (startedBy(until) - before) / (1 - before)));
}

function startScan(world: World, request: ScanRequest, point: PointState, isLast: boolean): void {
    const { cohort, clients, to, isRetry } = request;
    const { group } = cohort;
    const { firstScanSize, scanSize, firstScanCost } = world.assumed;
    const isFirst = cohort.catalog !== point;
    const capacity = capacityNow(world, point, isFirst ? firstScanCost : 1);
    group.attempts += clients;
    point.peak.add(clients, world.time, to);
    const { accepted, end } = point.queue.accept(clients, world.time, to, capacity);
    if (accepted > 0) {
        const state: ScanState = { cohort, isRetry, clients: accepted, from: world.time, to, point, version: point.contentVersion, size: isFirst ? firstScanSize : scanSize, isLast, served: end, flow: undefined, hasData: false };
        begin(world, state);
        transfer(world, state);
        limitWait(world, state);
    }
    if (accepted < clients) {
        cohort.failedWidth = to - world.time;
        fail(world, request, clients - accepted, 'busy', point, undefined);
    }
}

function begin(world: World, state: ScanState): void {
    const { cohort, isRetry } = state;
    if (isRetry) {
        cohort.retry = state;
    } else {
        cohort.scans.push(state);
    }
    world.scans.add(state);
}

/** The clients that have not started to scan yet will find the content version that their software update point has now. */
export function continueScan(world: World, state: ScanState, done: number): void {
    if (done < state.clients) {
        const rest = { ...state, clients: state.clients - done, from: world.time, version: state.point.contentVersion, hasData: false };
        begin(world, rest);
        transfer(world, rest);
        limitWait(world, rest);
    }
}

/** Scans that wait too long fail, and the clients keep the data that they have received. */
function limitWait(world: World, state: ScanState): void {
    const { scanTimeout } = world.assumed;
    if (scanTimeout > 0) {
        world.schedule(state.to + scanTimeout, 'client', state.cohort.group.located, timeOut, state);
    }
}

function timeOut(world: World, state: ScanState): void {
    if (world.scans.has(state)) {
        const { cohort, clients, from, to, point, isRetry } = state;
        const done = divide(world, state);
        if (done < clients) {
            cohort.failedWidth = to - from;
            fail(world, { cohort, isRetry }, clients - done, 'busy', point, undefined);
        }
    }
}

/**
 * Transfers the data of scans over the link to the parent, if they cross it. The transfer begins so that it ends with the last client if nothing
 * else uses the link: no data arrives before a client has requested it.
 */
function transfer(world: World, state: ScanState): void {
    const { cohort, point, clients, size, from, to, served } = state;
    const { group: { located } } = cohort;
    if (!crossesLink(cohort.group, point)) {
        world.schedule(minuteAfter(served), 'client', located, finish, state);
        return;
    }
    warnOfOverload(world, state);
    const start = Math.max(from, Math.floor(to - transmissionMinutes(located.link.plan, (clients - 1) * size)));
    world.schedule(start, 'client', located, beginTransfer, state);
}

function beginTransfer(world: World, state: ScanState): void {
    if (!world.scans.has(state)) {
        return;
    }
    const { cohort, point, clients, size, served } = state;
    const { group } = cohort;
    const { plan } = group.located.link;
    const kept = cohort.keptFor === point ? Math.min(cohort.kept, clients * size) : 0;
    cohort.kept -= kept;
    const total = clients * size - kept;
    // Clients that keep all of the data from an earlier scan need not ask for it again.
    const ofLast = Math.min(size, total);
    const earliest = served + transmissionMinutes(plan, ofLast);
    const waits = latencyMinutes(plan, ofLast, world.assumed);
    const arrive = (end: number): void => {
        state.flow = undefined;
        state.hasData = true;
        world.schedule(minuteAfter(Math.max(end, earliest) + waits), 'client', group.located, finish, state);
    };
    if (total <= 0) {
        arrive(world.time);
        return;
    }
    state.flow = { traffic: 'scans', connections: clients, total, left: total, arrive };
    carry(world, group.located, state.flow);
}

/** Reports that the clients of a site request more over its link in one scan interval than the link can carry in that time. */
function warnOfOverload(world: World, { cohort: { group: { located } } }: ScanState): void {
    const { scanSize, scanInterval } = world.assumed;
    const clients = located.groups.filter(({ on }) => on === 'intranet').reduce((sum, { count }) => sum + count, 0);
    const needed = transmissionMinutes(located.link.plan, clients * scanSize);
    if (needed > scanInterval && located.link.overloadEntry === undefined) {
        located.link.overloadEntry = world.report({ site: located, component: 'Simulator', severity: 'warning', details: { kind: 'link-overloaded', clients, needed: Math.ceil(needed), interval: scanInterval }, elements: [located.site] });
    }
}

function finish(world: World, state: ScanState): void {
    if (world.scans.has(state)) {
        const { cohort, clients, to, isLast } = state;
        endScan(world, state);
        recordSuccess(world, state, { clients, to, isLast });
        scheduleRetry(world, cohort);
    }
}

/** Records failed scans, and schedules the next attempt of the clients. Those that try again count as failed already. */
export function fail(world: World, { cohort, isRetry }: Pick<ScanRequest, 'cohort' | 'isRetry'>, clients: number, result: Exclude<ScanResult, 'succeeded'>, point: PointState | undefined, because: number | undefined): void {
    recordFailure(world, cohort, { clients, isNew: !isRetry, result, point, because });
    scheduleRetry(world, cohort);
}

function scheduleRetry(world: World, cohort: CohortState): void {
    if (cohort.failed > 0 && !cohort.isRetryDue && !cohort.retry) {
        cohort.isRetryDue = true;
        world.schedule(world.time + world.assumed.scanRetry, 'client', cohort.group.located, retry, cohort);
    }
}

/** The clients failed over some time, and try again over the same time. */
function retry(world: World, cohort: CohortState): void {
    cohort.isRetryDue = false;
    scan(world, { cohort, clients: cohort.failed, to: world.time + Math.min(world.assumed.scanRetry, cohort.failedWidth), isRetry: true });
}
