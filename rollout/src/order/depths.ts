import { toUpperCaseCode } from '@sup/model';
import type { PlanFacts } from '../facts/plan-facts.js';

/** The depth of a site below its top, by its code: that of the later plan, or for a site that is removed that of the earlier one. */
export type Depths = (site: string) => number;

export function depthsIn(before: PlanFacts, after: PlanFacts): Depths {
    const known = new Map<string, number>();
    return site => depthOf(toUpperCaseCode(site), new Set());

    function depthOf(code: string, below: ReadonlySet<string>): number {
        const found = known.get(code);
        if (found !== undefined) {
            return found;
        }
        const [parent] = (after.sites.get(code) ?? before.sites.get(code))?.own.parentCodes ?? [];
        // A circle of parents, which a rule reports, has no depth.
        const depth = parent === undefined || below.has(code) ? 0 : depthOf(toUpperCaseCode(parent), new Set([...below, code])) + 1;
        known.set(code, depth);
        return depth;
    }
}
