import type { PointState } from '../world/state.js';
import type { World } from '../world/world.js';
import { splitScans } from './interrupt-scans.js';

/** Gives a software update point the content version that clients receive from now on. */
export function setContentVersion(world: World, point: PointState, version: number): void {
    if (version !== point.contentVersion) {
        point.contentVersion = version;
        point.versionSince = world.time;
        // Clients that have already started scan for the previous version.
        splitScans(world, point);
    }
}
