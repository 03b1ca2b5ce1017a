import { clientsOfServer } from '@sup/model';
import type { ServerCapacity } from './server-queue.js';
import type { PointState } from './state.js';
import type { World } from './world.js';

/** Microsoft measured the throughput of a server that supports this many clients. */
const measuredClients = 100_000;

/**
 * The scans per minute that the working servers of a software update point complete, and the number that can wait. A server that supports fewer
 * clients than the measured one completes proportionally fewer scans. Sources: "Determine Capacity Requirements" (WSUS 3.0 SP2
 * documentation); "AppPoolQueueLength Metabase Property" (IIS 6.0 documentation), for the queue.
 */
export function capacityNow({ assumed }: World, { servers }: PointState, cost: number): ServerCapacity {
    const working = servers.filter(({ isUp, isWsusUp }) => isUp && isWsusUp);
    const clients = working.reduce((sum, { server }) => sum + clientsOfServer(server), 0);
    return { rate: assumed.serverThroughput * clients / measuredClients / cost, limit: assumed.serverQueue * working.length };
}
