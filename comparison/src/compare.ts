import type { SimulationResult } from '@sup/simulation';
import { compareHierarchies, type Version } from './changes/compare-hierarchies.js';
import type { Comparison } from './comparison.js';
import { compareFindings } from './findings/compare-findings.js';
import { comparedFinding, type FoundProblem } from './findings/compared-finding.js';
import { compareOutcomes } from './outcome/compare-outcomes.js';
import { verdictOf } from './verdict.js';

/** How long each version is run with nothing happening, in minutes: long enough for the last clients to scan for an update. */
export const comparedDuration = 21 * 24 * 60;

/** All that is known of a version of a plan. */
export interface ComparedVersion extends Version {
    readonly problems: readonly FoundProblem[];
    /** What came of a run of {@link comparedDuration}; undefined where there was nothing to run. */
    readonly result: SimulationResult | undefined;
}

/** What two versions of a plan mean differently, and what comes of that. */
export function compare(before: ComparedVersion, after: ComparedVersion): Comparison {
    const changes = compareHierarchies(before, after);
    const findings = compareFindings(before.problems.map(comparedFinding), after.problems.map(comparedFinding));
    const outcome = before.result && after.result ? compareOutcomes(before.result, after.result) : [];
    return { changes, findings, outcome, verdict: verdictOf(changes, findings, outcome) };
}
