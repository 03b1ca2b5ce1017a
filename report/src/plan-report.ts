import type { Message, Risk, Severity } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import type { Layout, Scene } from '@sup/picture';
import type { RunOptions, SimulationResult } from '@sup/simulation';
import type { Place } from './places.js';
import type { TestedScenario } from './scenarios/tested-scenario.js';

/** All that there is to say of a hierarchy, as data. */
export interface PlanReport {
    /** The name of the hierarchy, or the file that is a hierarchy of its own. */
    readonly label: string;
    readonly hierarchy: Hierarchy;
    readonly scene: Scene;
    readonly layout: Layout;
    /** The gravest first. */
    readonly findings: readonly ReportedFinding[];
    readonly risks: readonly ReportedRisk[];
    readonly scenarios: readonly TestedScenario[];
    /** What came of the plan with nothing happening to it; undefined where there is nothing to simulate. */
    readonly plain: SimulationResult | undefined;
    readonly runOptions: RunOptions;
}

export interface ReportedFinding extends Place {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: Message;
}

/** An `allow` that holds. */
export interface ReportedRisk extends Place {
    readonly rule: string;
    readonly reason: string;
    readonly until: string | undefined;
    /** How many findings it keeps silent. */
    readonly count: Risk['silenced']['length'];
}
