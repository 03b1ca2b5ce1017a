import { dayMinutes, type Hierarchy } from '@sup/model';
import { mapProgress, type RunOptions, settledByDefault, Simulation } from '@sup/simulation';

/** When an interruption begins in the simulation, in minutes: at eight in the morning of the second day. */
const beginning = dayMinutes + 8 * 60;

/** With twelve hours, an hour more or less changes the result by less than a tenth. In minutes. */
const leastSimulated = 12 * 60;

/**
 * The number of clients whose scan fails because WSUS on servers is stopped for some minutes, in a hierarchy that has run for weeks. A scan is due
 * once in the scan interval, so a short interruption meets few clients. The simulator starts scans in chunks of up to an hour, so it simulates a longer
 * interruption, and the result is scaled to the minutes. Yields its progress, from 0 to 1. Undefined if the simulation exceeds its budget.
 */
export function* failedScans(hierarchy: Hierarchy, servers: readonly string[], minutes: number, options: RunOptions): Generator<number, number | undefined> {
    const simulated = Math.max(minutes, leastSimulated);
    const disturbed = yield* mapProgress(failingClients(hierarchy, servers, simulated, options), share => share / 2);
    const undisturbed = yield* mapProgress(failingClients(hierarchy, [], simulated, options), share => (1 + share) / 2);
    return disturbed === undefined || undisturbed === undefined ? undefined : Math.round(Math.max(0, disturbed - undisturbed) * minutes / simulated);
}

/** The clients whose last scan has failed when the interruption ends. */
function* failingClients(hierarchy: Hierarchy, servers: readonly string[], minutes: number, options: RunOptions): Generator<number, number | undefined> {
    const { isExhausted, summary } = yield* new Simulation(hierarchy, {
        element: 'scenario', title: undefined, duration: beginning + minutes, seed: undefined, assumptions: {}, expectations: [],
        events: servers.map(name => ({ element: 'event', at: beginning, action: { kind: 'fail', target: { kind: 'wsus', name }, duration: undefined } }))
    }, settledByDefault(options)).inChunks();
    return isExhausted ? undefined : summary.groups.reduce((sum, group) => sum + group.failingClients, 0);
}
