import { crossesLink, failureOf, locateUpdatePoint } from '../world/locate.js';
import { policyVersionFor } from '../world/policy.js';
import type { ClientGroupState, PointState, ScanState } from '../world/state.js';
import type { World } from '../world/world.js';
import { stopCarrying } from './carry.js';
import { recordSuccess } from './record-scans.js';
import { endScan, fail, scan } from './scan.js';

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
    world.each(states.filter(state => state.point === point && isLong(world, state)), state => splitScan(world, state));
}

/** Only scans that start over a long time are divided; the others end soon. */
function isLong({ assumed, time }: World, { from, to }: ScanState): boolean {
    return from < time && to - from > 2 * assumed.policyInterval;
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

function startedShare({ time }: World, { from, to }: ScanState): number {
    return to > from ? Math.min(1, (time - from) / (to - from)) : 1;
}

/** Ends scans in progress, and returns the number of clients that are done. The others keep the data that they have received. */
function divide(world: World, state: ScanState): number {
    const { cohort, clients, size, point, flow } = state;
    const started = Math.floor(clients * startedShare(world, state));
    let done = crossesLink(cohort.group, point) ? 0 : started;
    endScan(world, state);
    if (flow) {
        stopCarrying(world, cohort.group.located, flow);
        const received = cohort.kept + flow.total - flow.left;
        done = size > 0 ? Math.min(started, Math.floor(received / size)) : started;
        cohort.kept = received - done * size;
        cohort.keptFor = point;
    }
    if (done > 0) {
        recordSuccess(world, state, { clients: done, to: world.time, isLast: false });
    }
    return done;
}
