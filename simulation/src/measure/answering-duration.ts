import { assume, type Assumptions, type Hierarchy, scheduleIntervalOf, synchronizationRootsOf } from '@sup/model';

/** How long a plan has to run, in minutes, until every client has scanned for an update that was published during the run: twice the longest of its intervals. */
export function answeringDuration(hierarchy: Hierarchy, assumptions: Partial<Assumptions> = {}): number {
    const { scanInterval } = assume(assumptions);
    return 2 * synchronizationRootsOf(hierarchy).reduce((longest, site) => Math.max(longest, scheduleIntervalOf(site.synchronizations[0]?.schedule) ?? 0), scanInterval);
}
