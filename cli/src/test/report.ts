import type { TestedScenario } from '@sup/report';

/** What came of scenarios, as plain data: all that a format needs. */
export interface TestReport {
    readonly scenarios: readonly TestedScenario[];
    /** Errors that rules find in the plans of these scenarios. */
    readonly planErrors: number;
    /** What kept the test from being complete, one sentence each. */
    readonly troubles: readonly string[];
}

export function count<T extends string>(outcomes: readonly T[], outcome: T): number {
    return outcomes.filter(each => each === outcome).length;
}
