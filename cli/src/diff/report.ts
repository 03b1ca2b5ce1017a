import type { ComparedVersion, Comparison } from '@sup/comparison';

/** The two versions of a hierarchy. A version is empty if its side does not contain the hierarchy. */
export interface VersionPair {
    readonly label: string;
    readonly before: ComparedVersion;
    readonly after: ComparedVersion;
}

/** The differences between the two versions of a hierarchy. */
export interface ComparedHierarchy extends VersionPair {
    readonly comparison: Comparison;
}
