import type { Scenario } from '@sup/model';

/** A plan as it is: nothing happens to it, and nothing is expected. Its length is in minutes. */
export function plainScenario(duration: number): Scenario {
    return { element: 'scenario', title: undefined, duration, seed: undefined, assumptions: {}, events: [], expectations: [] };
}
