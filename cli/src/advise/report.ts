import type { AdvisedSite } from '@sup/simulation';
import type { PlanError } from '../plan-errors.js';

/** The advice on the secondary sites of one hierarchy. */
export interface AdvisedHierarchy {
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly hierarchy: string;
    /** In the order of the codes of the sites. */
    readonly advice: readonly AdvisedSite[];
    readonly planErrors: readonly PlanError[];
}
