import type { OutageImpact } from '@sup/simulation';

/** What a sweep through one hierarchy found. */
export interface SweptHierarchy {
    /** The name of the hierarchy, or the file that is a hierarchy of its own. */
    readonly hierarchy: string;
    /** What hurts clients when it fails, the worst first; as many as were asked for. */
    readonly worst: readonly OutageImpact[];
    /** How many things hurt clients when they fail, and how many can fail without. */
    readonly hurting: number;
    readonly harmless: number;
}
