import type { Assumptions } from '@sup/model';
import type { PlanError } from '../plan-errors.js';
import type { ClientImpact, OutageImpact, PairImpact } from '@sup/simulation';

/** The result of a sweep of one hierarchy. */
export interface SweptHierarchy {
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly hierarchy: string;
    /** The failures with the greatest impact on clients, in descending order, up to the requested number. */
    readonly worst: readonly OutageImpact[];
    /** The number of failures that affect clients, and of those that do not. */
    readonly withImpact: number;
    readonly withoutImpact: number;
    /** The pairs of failures that harm more than each alone, up to the requested number; undefined if pairs were not requested. */
    readonly pairs: { readonly worst: readonly PairImpact[]; readonly withImpact: number; readonly simulated: number; readonly skipped: number } | undefined;
    /** The harm to clients without any failure. */
    readonly undisturbed: ClientImpact;
    /** The codes of the sites with an unknown number of clients, which no figure includes. */
    readonly unknownClients: readonly string[];
    readonly assumed: Assumptions;
    /** The minute of the run at which each failure begins. */
    readonly from: number;
    /** The duration of each failure, in minutes. */
    readonly outage: number;
    /** The age from which a catalog counts as too old, in minutes. */
    readonly tooOld: number;
    readonly planErrors: readonly PlanError[];
}
