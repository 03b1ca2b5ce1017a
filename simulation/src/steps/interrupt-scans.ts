import { failureOf, locateUpdatePoint } from '../world/locate.js';
import { policyVersionFor } from '../world/policy.js';
import type { ClientGroupState, PointState, ScanState } from '../world/state.js';
import type { World } from '../world/world.js';
import { divide, startedShare } from './divide-scans.js';
import { continueScan, fail, scan } from './scan.js';

/** Fails the scans in progress that can no longer succeed. Clients that have not started yet try when their time comes. */
export function interruptScans(world: World): void {
    world.each([...world.scans], state => {
        const failure = failureOf(world, state.cohort.group, state.point);
        if (failure) {
            const { cohort, isRetry, point, to, clients } = state;
            const done = divide(world, state);
            const started = Math.min(clients, Math.ceil(clients * startedShare(world, state)));
            if (started > done) {
                cohort.failedWidth = world.assumed.scanRetry;
                fail(world, { cohort, isRetry }, started - done, failure.result, point, world.lastEventOn.get(failure.subject));
            }
            scan(world, { cohort, isRetry, to: Math.max(to, world.time), clients: clients - started });
        }
    });
}

/** Lets the clients of a group that have not started to scan yet look for a software update point again. */
export function relocateScans(world: World, group: ClientGroupState): void {
    if (!world.hasLongWaves) {
        return;
    }
    world.each(group.cohorts.flatMap(({ scans }) => scans), state => {
        if (isLong(world, state) && locateUpdatePoint(world, group, policyVersionFor(world, state.cohort)).point !== state.point) {
            splitScan(world, state);
        }
    });
}

/** Separates the clients that have scanned for the previous content version from those that have not started yet. */
export function splitScans(world: World, point: PointState): void {
    if (!world.hasLongWaves) {
        return;
    }
    const sites = [point.site, ...point.site.children.filter(({ site }) => site.kind === 'secondary')];
    const states = sites.flatMap(({ groups }) => groups.flatMap(({ cohorts }) => cohorts.flatMap(({ scans }) => scans)));
    for (const state of states.filter(each => each.point === point && isLong(world, each))) {
        continueScan(world, state, divide(world, state));
    }
}

/** Only scans that start over a long time are divided, and only while some clients have not started; the others end soon. */
function isLong({ assumed, time }: World, { from, to }: ScanState): boolean {
    return from < time && time < to && to - from > 2 * assumed.policyInterval;
}

function splitScan(world: World, state: ScanState): void {
    const { cohort, isRetry, clients, to } = state;
    const started = Math.floor(clients * startedShare(world, state));
    // Clients that cross a link start in short portions, which are not divided.
    if (started > 0 && !state.flow) {
        const done = divide(world, state);
        scan(world, { cohort, isRetry, to, clients: clients - done });
    }
}
