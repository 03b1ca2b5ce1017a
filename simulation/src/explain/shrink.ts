import type { Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import type { RunOptions } from '../engine/run.js';
import { simulate } from '../simulate.js';

/**
 * The events of a scenario that are needed to break an expectation: without any one of them it would hold. Each step runs the scenario
 * once without an event, and yields after it, so that whoever asks can stop. More than `limit` events are left as they are.
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
            const [judgement] = simulate(hierarchy, { ...scenario, events: without, expectations: [scenario.expectations[expectation]!] }, options).judgements;
            if (judgement?.verdict === 'broken') {
                needed = without;
            }
            yield;
        }
    }
    return needed;
}
