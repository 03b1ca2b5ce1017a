import { compareHierarchies } from './changes/compare-hierarchies.js';
import type { Comparison } from './comparison.js';
import { compareFindings } from './findings/compare-findings.js';
import { comparedFinding } from './findings/compared-finding.js';
import { compareOutcomes } from './outcome/compare-outcomes.js';
import { runBoth } from './outcome/run-both.js';
import { verdictOf } from './verdict.js';
import type { ComparedVersion } from './version.js';

/** Compares the meaning of two versions of a plan, and the outcome of their simulations. Because this takes long, it yields its progress, from 0 to 1. */
export function* compare(before: ComparedVersion, after: ComparedVersion): Generator<number, Comparison> {
    const changes = compareHierarchies(before, after);
    const findings = compareFindings(before.problems.map(comparedFinding), after.problems.map(comparedFinding));
    const outcome = compareOutcomes(...yield* runBoth(before, after));
    return { changes, findings, outcome, verdict: verdictOf(changes, findings, outcome) };
}
