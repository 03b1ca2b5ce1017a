import type { OutageImpact } from '@sup/simulation';

/** The result of a sweep of one hierarchy. */
export interface SweptHierarchy {
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly hierarchy: string;
    /** The failures with the greatest impact on clients, in descending order, up to the requested number. */
    readonly worst: readonly OutageImpact[];
    /** The number of failures that affect clients, and of those that do not. */
    readonly hurting: number;
    readonly harmless: number;
}
