import type { ScanResult } from '@sup/model';
import { draw } from '../engine/chance.js';
import { locateUpdatePoint } from '../world/locate.js';
import { policyVersionFor } from '../world/policy.js';
import type { ClientGroupState, PointState } from '../world/state.js';
import type { World } from '../world/world.js';

const component = 'Client';

/**
 * The clients of a group scan against the software update point that the management point returns, which must have at least the content
 * version of their policy. A failed scan is retried. Source: "Track software update compliance assessment" (Configuration Manager
 * documentation, later version); the retry and its interval are not confirmed for this release.
 */
export function scan(world: World, group: ClientGroupState): void {
    const { point, result, because } = locateUpdatePoint(world, group, policyVersionFor(world, group));
    if (result === 'succeeded' && point) {
        handleSuccess(world, group, point);
    } else {
        handleFailure(world, group, result as Exclude<ScanResult, 'succeeded'>, point, because);
    }
}

function handleSuccess(world: World, group: ClientGroupState, point: PointState): void {
    const { assumed } = world;
    countScan(world, group, point);
    assignToPoint(group, point);
    group.result = 'succeeded';
    group.failedAgainst = undefined;
    group.failedMinutes += world.time - (group.failingSince ?? world.time);
    group.failingSince = undefined;
    group.lastSuccess = world.time;
    group.scannedVersion = point.contentVersion;
    group.lastEntry = world.report({ site: group.located, component, details: { kind: 'scanned', group: group.name, server: point.point.host.name, version: point.contentVersion }, elements: [group.element, point.point] });
    while (nextScanDue(group, world) <= world.time) {
        group.cycle++;
    }
    const at = nextScanDue(group, world) + draw(world.seed, group.name, group.cycle, assumed.scanSpread + 1);
    world.scheduleUnprompted(at, 'client', group.located, scan, group);
}

/** The time at which the next scan is due, before it is spread. */
function nextScanDue(group: ClientGroupState, { assumed }: World): number {
    return group.firstScan! + group.cycle * assumed.scanInterval;
}

/** Counts every failure, but reports only the first one and each change of the reason. */
function handleFailure(world: World, group: ClientGroupState, result: Exclude<ScanResult, 'succeeded'>, point: PointState | undefined, because: number | undefined): void {
    const hasChanged = group.result !== result || group.failedAgainst !== point;
    assignToPoint(group, undefined);
    group.failures++;
    group.failingSince ??= world.time;
    group.result = result;
    group.failedAgainst = point;
    if (hasChanged) {
        group.lastEntry = world.report({
            site: group.located, component, severity: 'error', because,
            details: { kind: 'scan-failed', group: group.name, result, server: point?.point.host.name }, elements: [group.element, ...(point ? [point.point] : [])]
        });
    }
    world.schedule(world.time + world.assumed.scanRetry, 'client', group.located, scan, group);
}

function countScan({ assumed }: World, group: ClientGroupState, point: PointState): void {
    point.scans += group.count;
    if (point.site !== group.located) {
        group.located.link.scanMegabytes += group.count * (group.lastSuccess === undefined ? assumed.firstScanSize : assumed.scanSize);
    }
}

/** Counts the group among the clients of the software update point that its last scan succeeded against. */
function assignToPoint(group: ClientGroupState, point: PointState | undefined): void {
    if (group.server !== point) {
        if (group.server) {
            group.server.clients -= group.count;
        }
        if (point) {
            point.clients += group.count;
            point.mostClients = Math.max(point.mostClients, point.clients);
        }
    }
    group.server = point;
}
