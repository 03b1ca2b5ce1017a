import type { Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import type { RunOptions } from '../engine/run.js';
import { Simulation } from '../simulate.js';
import { mapProgress } from '../map-progress.js';

/**
 * The events of a scenario that are needed to break an expectation: without any one of them it would hold. Each step runs the scenario
 * once without an event, and yields now and then, so that whoever asks can stop. More than `limit` events are left as they are.
 */
export function* shrink(hierarchy: Hierarchy, scenario: Scenario, expectation: number, options: RunOptions, limit = 40): Generator<void, readonly ScenarioEvent[]> {
    let needed = scenario.events;
    if (needed.length > limit) {
        return needed;
    }
    // What was needed beside another event may not be needed without it.
    for (let before = needed.length + 1; needed.length < before;) {
        before = needed.length;
        // From the last to the first: what happens late is the likeliest to be without effect.
        for (const event of [...needed].reverse()) {
            const without = needed.filter(each => each !== event);
            if (yield* isBroken(hierarchy, { ...scenario, events: without, expectations: [scenario.expectations[expectation]!] }, options)) {
                needed = without;
            }
        }
    }
    return needed;
}

/** Whether a run breaks the one expectation of a scenario. */
function* isBroken(hierarchy: Hierarchy, scenario: Scenario, options: RunOptions): Generator<void, boolean> {
    // Whoever listens to the run that is explained does not mean these.
    const simulation = new Simulation(hierarchy, scenario, { ...options, observers: [] });
    const { judgements } = yield* mapProgress(simulation.inChunks(), () => undefined);
    return judgements[0]?.verdict === 'broken';
}
