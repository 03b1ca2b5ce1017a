import type { Hierarchy, Scenario } from '@sup/model';
import type { RunOptions } from '@sup/simulation';
import type { ElementFinding } from './findings/compared-finding.js';

/** The meaning of a version of a plan. */
export interface PlanVersion {
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
}

/** Everything that a comparison needs of a version of a plan. */
export interface ComparedVersion extends PlanVersion {
    readonly problems: readonly ElementFinding[];
    readonly options: RunOptions;
    /** The seed of all runs; where it is undefined, the scenarios' own seeds apply. */
    readonly seed?: number | undefined;
}
