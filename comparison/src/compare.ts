import type { RunOptions } from '@sup/simulation';
import { compareHierarchies, type Version } from './changes/compare-hierarchies.js';
import type { Comparison } from './comparison.js';
import { compareFindings } from './findings/compare-findings.js';
import { comparedFinding, type FoundProblem } from './findings/compared-finding.js';
import { compareOutcomes } from './outcome/compare-outcomes.js';
import { runBoth } from './outcome/run-both.js';
import { verdictOf } from './verdict.js';

/** All that is known of a version of a plan before it is run. */
export interface ComparedVersion extends Version {
    readonly problems: readonly FoundProblem[];
    readonly options: RunOptions;
    /** What chance is drawn from, whatever scenarios say; where it is undefined, they say it. */
    readonly seed?: number | undefined;
}

/** What two versions of a plan mean differently, and what comes of that. Work that takes long: it yields the share that is done, from 0 to 1. */
export function* compare(before: ComparedVersion, after: ComparedVersion): Generator<number, Comparison> {
    const changes = compareHierarchies(before, after);
    const findings = compareFindings(before.problems.map(comparedFinding), after.problems.map(comparedFinding));
    const outcome = compareOutcomes(...yield* runBoth(before, after));
    return { changes, findings, outcome, verdict: verdictOf(changes, findings, outcome) };
}
