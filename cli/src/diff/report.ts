import type { ComparedVersion, Comparison } from '@sup/comparison';
import { type PlanError, planErrorNotes } from '../plan-errors.js';
import type { ComparisonNote } from '@sup/report';
import type { Rollout } from '@sup/rollout';

/** A hierarchy in one of the two sets of plans. */
export interface PlannedVersion extends ComparedVersion {
    readonly planErrors: readonly PlanError[];
}

/** The two versions of a hierarchy. A version is empty if its side does not contain the hierarchy. */
export interface VersionPair {
    readonly label: string;
    readonly before: PlannedVersion;
    readonly after: PlannedVersion;
}

/** The differences between the two versions of a hierarchy. */
export interface ComparedHierarchy extends VersionPair {
    readonly comparison: Comparison;
    /** The order of the changes, if it was requested. */
    readonly rollout: Rollout | undefined;
}

/** The errors of both versions. The simulated outcome shows their effect. */
export function planErrorsOfBoth({ before, after }: VersionPair): readonly ComparisonNote[] {
    return [...planErrorNotes(before.planErrors, 'The earlier version'), ...planErrorNotes(after.planErrors, 'The later version')];
}
