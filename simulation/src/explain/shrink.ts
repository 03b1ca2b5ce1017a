import type { Action, Claim, Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import type { RunOptions } from '../engine/run.js';
import { Simulation } from '../simulate.js';
import { mapProgress } from '../map-progress.js';

/**
 * Finds the events of a scenario that are needed to break an expectation: without any one of them it would hold. Each step runs the
 * scenario without one of the events, and yields regularly, so that the caller can cancel. A scenario of more than `limit` events is not
 * shrunk.
 */
export function* shrink(hierarchy: Hierarchy, scenario: Scenario, expectation: number, options: RunOptions, limit = 40): Generator<void, readonly ScenarioEvent[]> {
    const { claim } = scenario.expectations[expectation]!;
    let needed = scenario.events;
    if (needed.length > limit) {
        return needed;
    }
    // Removing an event can make others unnecessary, so repeat until nothing can be removed.
    for (let before = needed.length + 1; needed.length < before;) {
        before = needed.length;
        // Start with the last event: late events are the least likely to have an effect.
        for (const event of needed.filter(({ action }) => !isPublicationFor(action, claim)).reverse()) {
            const without = needed.filter(each => each !== event);
            if (yield* isBroken(hierarchy, { ...scenario, events: without, expectations: [scenario.expectations[expectation]!] }, options)) {
                needed = without;
            }
        }
    }
    return needed;
}

/** Whether an event publishes the update that a claim is about. Without the update the claim would not hold either, for another reason. */
function isPublicationFor(action: Action, claim: Claim): boolean {
    return action.kind === 'publish' && 'update' in claim && action.update === claim.update;
}

/** Whether a run breaks the only expectation of a scenario. */
function* isBroken(hierarchy: Hierarchy, scenario: Scenario, options: RunOptions): Generator<void, boolean> {
    // The observers of the explained run must not receive the entries of these runs.
    const simulation = new Simulation(hierarchy, scenario, { ...options, observers: [] });
    const { judgements } = yield* mapProgress(simulation.inChunks(), () => undefined);
    return judgements[0]?.verdict === 'broken';
}
