import type { Advice } from '@sup/model';
import type { BoundsBothWays } from '@sup/simulation';
import type { PlanError } from '../plan-errors.js';

/** The advice on a site, and the time until its last client has scanned in both cases; undefined without clients, and in a hierarchy that is too large to compute it for each site. */
export interface AdvisedSite extends Advice {
    readonly bounds: BoundsBothWays | undefined;
}

/** The advice on the secondary sites of one hierarchy. */
export interface AdvisedHierarchy {
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly hierarchy: string;
    /** In the order of the codes of the sites. */
    readonly advice: readonly AdvisedSite[];
    readonly planErrors: readonly PlanError[];
}
