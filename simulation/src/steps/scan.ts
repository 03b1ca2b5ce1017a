import type { ScanResult } from '@sup/model';
import { minuteAfter } from '../world/line.js';
import { lineMinutes, waitingMinutes } from '../world/link.js';
import { locateUpdatePoint } from '../world/locate.js';
import { policyVersionFor } from '../world/policy.js';
import { capacityNow } from '../world/server-capacity.js';
import type { CohortState, PointState, ScanState } from '../world/state.js';
import type { World } from '../world/world.js';
import { carry } from './carry.js';
import { recordFailure, recordSuccess } from './record-scans.js';

/** Clients of one part of a group that start to scan between now and another time. */
export interface ScanRequest {
    readonly cohort: CohortState;
    readonly clients: number;
    readonly to: number;
    /** Whether their last scan failed. */
    readonly isRetry: boolean;
}

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
    // Clients that scan over a link or fail do so as they start, so a part that starts over a long time is divided.
    const portion = isRetry ? Infinity : isFound ? crossesLink(cohort, point) ? world.assumed.scanSpread || Infinity : Infinity : world.assumed.scanRetry;
    const now = to - world.time <= portion ? clients : Math.round(clients * portion / (to - world.time));
    const until = now === clients ? to : world.time + portion;
    if (now > 0 && isFound) {
        start(world, { ...request, clients: now, to: until }, point);
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

/** Continues with clients that start later, once those before them are done. */
function resume(world: World, request: ScanRequest): void {
    const { cohort, to } = request;
    if (cohort.scan) {
        world.scheduleUnprompted(world.time + world.assumed.scanRetry, 'client', cohort.group.located, resume, request);
    } else {
        cohort.isPostponed = false;
        scan(world, { ...request, to: Math.max(to, world.time) });
    }
}

function crossesLink({ group: { on, located } }: CohortState, { site }: PointState): boolean {
    return on === 'intranet' && site !== located;
}

function start(world: World, request: ScanRequest, point: PointState): void {
    const { cohort, clients, to, isRetry } = request;
    const { group } = cohort;
    const { firstScanSize, scanSize, firstScanCost } = world.assumed;
    const isFirst = cohort.catalog !== point;
    const capacity = capacityNow(world, point, isFirst ? firstScanCost : 1);
    group.attempts += clients;
    point.peak.add(clients, world.time, to);
    const { accepted, end } = point.queue.accept(clients, world.time, to, capacity);
    if (accepted > 0) {
        const state: ScanState = { cohort, isRetry, clients: accepted, from: world.time, to, point, version: point.contentVersion, size: isFirst ? firstScanSize : scanSize, flow: undefined };
        cohort[isRetry ? 'retry' : 'scan'] = state;
        world.scans.add(state);
        transfer(world, state, end);
    }
    if (accepted < clients) {
        cohort.failedWidth = to - world.time;
        fail(world, request, clients - accepted, 'busy', point, undefined);
    }
}

/** Transfers the data of scans over the link to the parent, if they cross it. The last client cannot be done before its own scan has ended. */
function transfer(world: World, state: ScanState, served: number): void {
    const { cohort, point, clients, size } = state;
    const { group } = cohort;
    const { link } = group.located;
    const complete = (end: number): void => world.schedule(minuteAfter(end), 'client', group.located, finish, state);
    if (!crossesLink(cohort, point)) {
        complete(served);
        return;
    }
    const earliest = served + lineMinutes(link.plan, size);
    const waits = waitingMinutes(link.plan, size, world.assumed);
    warnOfOverload(world, state);
    const kept = cohort.catalog === point || cohort.keptFor === point ? Math.min(cohort.kept, clients * size) : 0;
    cohort.kept = 0;
    state.flow = {
        traffic: 'scans', weight: Math.max(1, Math.min(world.assumed.scanStreams, clients)), left: clients * size - kept,
        arrive: end => {
            state.flow = undefined;
            group.longestWait = Math.max(group.longestWait, end - earliest);
            complete(Math.max(end, earliest) + waits);
        }
    };
    carry(world, group.located, state.flow);
}

/** Reports that the clients of a site request more over its link in one scan interval than the link can carry in that time. */
function warnOfOverload(world: World, { cohort: { group: { located } } }: ScanState): void {
    const { scanSize, scanInterval } = world.assumed;
    const clients = located.groups.filter(({ on }) => on === 'intranet').reduce((sum, { count }) => sum + count, 0);
    const needed = lineMinutes(located.link.plan, clients * scanSize);
    if (needed > scanInterval && !located.link.isOverloaded) {
        located.link.isOverloaded = true;
        world.report({ site: located, component: 'Simulator', severity: 'warning', details: { kind: 'link-overloaded', clients, needed: Math.ceil(needed), interval: scanInterval }, elements: [located.site] });
    }
}

function finish(world: World, state: ScanState): void {
    if (world.scans.delete(state)) {
        const { cohort, isRetry, point } = state;
        cohort[isRetry ? 'retry' : 'scan'] = undefined;
        cohort.catalog = point;
        cohort.kept = 0;
        recordSuccess(world, state, { clients: state.clients, to: state.to, isLast: true });
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
