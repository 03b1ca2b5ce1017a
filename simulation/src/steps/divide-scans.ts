import { crossesLink } from '../world/locate.js';
import type { ScanState } from '../world/state.js';
import type { World } from '../world/world.js';
import { stopCarrying } from './carry.js';
import { recordSuccess } from './record-scans.js';

/** Removes scans from those in progress. */
export function endScan(world: World, state: ScanState): void {
    const { cohort } = state;
    world.scans.delete(state);
    if (state.isRetry) {
        cohort.retry = undefined;
    } else {
        cohort.scans.splice(cohort.scans.indexOf(state), 1);
    }
}

/** The share of the clients that have started by now. */
export function startedShare({ time }: World, { from, to }: ScanState): number {
    return to > from ? Math.min(1, (time - from) / (to - from)) : 1;
}

/** The share of the clients that the server is done with by now. */
function servedShare({ time }: World, { from, served }: ScanState): number {
    return served > from ? Math.min(1, (time - from) / (served - from)) : 1;
}

/** Ends scans in progress, and returns the number of clients that are done. The others keep the data that they have received. */
export function divide(world: World, state: ScanState): number {
    const { cohort, clients, size, point, flow } = state;
    const started = Math.floor(clients * startedShare(world, state));
    let done = crossesLink(cohort.group, point) ? 0 : Math.min(started, Math.floor(clients * servedShare(world, state)));
    endScan(world, state);
    const kept = cohort.keptFor === point ? cohort.kept : 0;
    if (state.hasData) {
        // The clients have the data, but still wait for the server or the last answers.
        cohort.kept = kept + clients * size;
        cohort.keptFor = point;
    } else if (flow) {
        stopCarrying(world, cohort.group.located, flow);
        // The flow transfers only the data that the clients did not have already.
        const received = kept + clients * size - flow.left;
        done = size > 0 ? Math.min(started, Math.floor(received / size)) : started;
        cohort.kept = received - done * size;
        cohort.keptFor = point;
    }
    if (done > 0) {
        recordSuccess(world, state, { clients: done, to: world.time, isLast: false });
    }
    return done;
}
