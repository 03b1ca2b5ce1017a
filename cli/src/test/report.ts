import type { AssumedValue } from '../unknown-values.js';
import type { TestedScenario } from '@sup/report';

/** The results of scenarios as plain data, independent of the output format. */
export interface TestReport {
    readonly scenarios: readonly TestedScenario[];
    /** The number of errors that the rules find in the plans of these scenarios. */
    readonly planErrors: number;
    /** The unknown values of the hierarchies, for which the runs use defaults. */
    readonly assumed: readonly AssumedValue[];
    /** Messages about failures that left the test incomplete. */
    readonly failures: readonly string[];
}

export function count<T extends string>(outcomes: readonly T[], outcome: T): number {
    return outcomes.filter(each => each === outcome).length;
}
