import type { ComparedVersion, Comparison } from '@sup/comparison';
import type { Rollout } from '@sup/rollout';

/** The two versions of a hierarchy. A version is empty if its side does not contain the hierarchy. */
export interface VersionPair {
    readonly label: string;
    readonly before: ComparedVersion;
    readonly after: ComparedVersion;
}

/** The differences between the two versions of a hierarchy. */
export interface ComparedHierarchy extends VersionPair {
    readonly comparison: Comparison;
    /** The order of the changes, if it was requested. */
    readonly rollout: Rollout | undefined;
}
