import type { Scenario } from '@sup/model';

/** Creates a scenario without events and expectations, to run a plan as it is. The duration is in minutes. */
export function plainScenario(duration: number): Scenario {
    return { element: 'scenario', title: undefined, duration, seed: undefined, assumptions: {}, events: [], expectations: [] };
}
