import type { Message, Risk, Severity } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import type { Layer, Layout, Scene } from '@sup/picture';
import type { AdvisedSite, RunOptions, SimulationResult, Sweep } from '@sup/simulation';
import type { ReportLocation } from './report-location.js';
import type { TestedScenario } from './scenarios/tested-scenario.js';

/** The data of a report on a hierarchy. */
export interface PlanReport {
    /** The name of the hierarchy, or its file where it has no name. */
    readonly label: string;
    readonly hierarchy: Hierarchy;
    /** The names of its files. */
    readonly files: readonly string[];
    readonly scene: Scene;
    /** The picture of the whole hierarchy for pages of different widths, the narrowest first. */
    readonly layouts: readonly Layout[];
    /** The same picture for paper, if it has room on the first sheet. */
    readonly paper: Layout | undefined;
    /** The figures that this picture adds to the structure. */
    readonly layer: Layer | undefined;
    /** Everything about the sites, one picture for each branch. Empty for a large hierarchy. */
    readonly branches: readonly { readonly title: string; readonly scene: Scene; readonly layout: Layout }[];
    /** The most severe first. */
    readonly findings: readonly ReportedFinding[];
    readonly risks: readonly ReportedRisk[];
    readonly unknownValues: readonly ReportedUnknown[];
    readonly scenarios: readonly TestedScenario[];
    /** The result of the simulation without events; undefined where the plan has no sites. */
    readonly plain: SimulationResult | undefined;
    /** The advice on each secondary site. */
    readonly advice: readonly AdvisedSite[];
    /** The outages of single parts, or why they were not simulated; undefined where the plan has no sites. */
    readonly sweep: Sweep | string | undefined;
    readonly runOptions: RunOptions;
}

export interface ReportedFinding extends ReportLocation {
    readonly rule: string;
    readonly severity: Severity;
    readonly message: Message;
}

/** A value that the plan states as unknown. */
export interface ReportedUnknown extends ReportLocation {
    readonly site: string;
    readonly text: string;
}

/** An `allow` that is in effect. */
export interface ReportedRisk extends ReportLocation {
    readonly rule: string;
    readonly reason: string;
    readonly until: string | undefined;
    /** The number of findings that it silences. */
    readonly count: Risk['silenced']['length'];
}
