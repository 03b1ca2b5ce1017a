import type { ScanResult } from '@sup/model';
import type { ClientGroupState, CohortState, PointState, ScanState } from '../world/state.js';
import type { World } from '../world/world.js';
import { commonVersion, recordVersion } from './known-versions.js';

const component = 'Client';

/** Clients that have scanned successfully: their number, when the last of them started, and whether they are the last of the scans in progress. */
export interface Completion {
    readonly clients: number;
    readonly to: number;
    readonly isLast: boolean;
}

export function recordSuccess(world: World, state: ScanState, { clients, to, isLast }: Completion): void {
    const { cohort, point, version } = state;
    const { group } = cohort;
    point.scans += clients;
    if (state.isRetry) {
        countFailed(world, cohort, -clients);
    }
    cohort.waveVersion = Math.min(cohort.waveVersion ?? version, version);
    if (!state.isRetry) {
        recordVersion(world, cohort, clients, version);
        cohort.version = Math.max(cohort.version, commonVersion(cohort) ?? 0);
    }
    const isComplete = isLast && cohort.failed === 0 && cohort.scans.length === 0 && !cohort.isPostponed;
    if (isComplete) {
        cohort.result = 'succeeded';
        cohort.failedAgainst = undefined;
        cohort.catalog = point;
        cohort.version = Math.max(cohort.version, cohort.waveVersion);
        assignToPoint(cohort, point);
    }
    group.lastSuccess = world.time;
    reportSuccess(world, state, clients, isComplete);
    world.scanned({ group, part: cohort.number, clients, from: state.from, to, end: world.time, point, version });
}

/** Reports the successful scans of a group at the end of each wave, and when the result or the software update point changes. */
function reportSuccess(world: World, { cohort, point, version }: ScanState, clients: number, isComplete: boolean): void {
    const { group } = cohort;
    const { point: last, clients: pending } = group.unreported;
    if (last !== point && pending > 0) {
        report(world, group, last!.contentVersion);
    }
    const { unreported } = group;
    unreported.point = point;
    unreported.clients += clients;
    unreported.cohorts += isComplete ? 1 : 0;
    if (refresh(group, cohort) || unreported.cohorts >= group.cohorts.length) {
        report(world, group, version);
        group.isSkipping = false;
    }
}

function report(world: World, group: ClientGroupState, version: number): void {
    const { clients, point } = group.unreported;
    group.unreported = { clients: 0, cohorts: 0, point };
    group.lastEntry = world.report({
        site: group.located, component, elements: [group.element, point!.point],
        details: { kind: 'scanned', group: group.name, server: point!.point.host.name, version, clients, of: group.count }
    });
}

/** Records clients whose scan failed. Counts every failure, but reports only the first one and each change of the reason. */
export function recordFailure(world: World, cohort: CohortState, { clients, isNew, result, point, because }: {
    readonly clients: number; readonly isNew: boolean; readonly result: Exclude<ScanResult, 'succeeded'>; readonly point: PointState | undefined; readonly because: number | undefined;
}): void {
    const { group } = cohort;
    group.failures += clients;
    if (isNew) {
        countFailed(world, cohort, clients);
        cohort.everFailed = Math.min(cohort.count, cohort.everFailed + clients);
    }
    cohort.known = [];
    assignToPoint(cohort, undefined);
    cohort.result = result;
    cohort.failedAgainst = point;
    if (refresh(group, cohort)) {
        group.lastEntry = world.report({
            site: group.located, component, severity: 'error', because, elements: [group.element, ...(point ? [point.point] : [])],
            details: { kind: 'scan-failed', group: group.name, result, server: point?.point.host.name, clients, of: group.count }
        });
    }
}

function countFailed({ time }: World, cohort: CohortState, change: number): void {
    cohort.failedMinutes += cohort.failed * (time - cohort.failedSince);
    cohort.failedSince = time;
    cohort.failed += change;
}

/** Derives the state of a group after a change of one part; returns whether it has changed. A failure that lasts hides other failures. */
function refresh(group: ClientGroupState, changed: CohortState): boolean {
    const { cohorts, result, server, failedAgainst } = group;
    let failing: CohortState | undefined = isFailing(changed) ? changed : undefined;
    let isWaiting = false;
    let common = cohorts[0]?.server;
    let version = Infinity;
    for (const cohort of cohorts) {
        if (isFailing(cohort) && (!failing || (cohort.result === result && cohort.failedAgainst === failedAgainst))) {
            failing = cohort;
        }
        isWaiting ||= cohort.result === undefined;
        common = cohort.server === common ? common : undefined;
        version = Math.min(version, cohort.version);
    }
    group.result = failing ? failing.result : isWaiting ? undefined : 'succeeded';
    group.failedAgainst = failing?.failedAgainst;
    group.server = group.result === 'succeeded' ? common : undefined;
    group.scannedVersion = version;
    return group.result !== result || group.server !== server || group.failedAgainst !== failedAgainst;
}

function isFailing({ result }: CohortState): boolean {
    return result !== undefined && result !== 'succeeded';
}

/** Counts clients among those of the software update point that their last scan succeeded against. */
export function assignToPoint(cohort: CohortState, point: PointState | undefined): void {
    if (cohort.server !== point) {
        if (cohort.server) {
            cohort.server.clients -= cohort.count;
        }
        if (point) {
            point.clients += cohort.count;
            point.mostClients = Math.max(point.mostClients, point.clients);
        }
    }
    cohort.server = point;
}
