import { toUpperCaseCode } from '@sup/model';
import type { PlanFacts, SiteFacts } from '../facts/plan-facts.js';
import type { Move, Need } from './move.js';

const constraint: Omit<Need, 'move'> = {
    why: 'The site synchronizes what its parent does: without these products and classifications, its clients would lose updates.', source: 'About Software Updates Synchronization', confidence: 'medium'
};

/** A site that joins another hierarchy waits until that synchronizes the products and classifications of its own, where the rollout adds them there. */
export function criteriaNeeds(attached: Move, criteriaMoves: ReadonlyMap<string, Move>, before: PlanFacts, after: PlanFacts): readonly Need[] {
    const top = topOf(after, attached.site);
    const move = top === undefined ? undefined : criteriaMoves.get(top);
    if (top === undefined || !move) {
        return [];
    }
    const [present, planned] = [before, after].map(({ sites }) => criteriaOf(sites.get(top)));
    const own = criteriaOf(before.sites.get(topOf(before, attached.site) ?? ''));
    return [...own].some(each => !present!.has(each) && planned!.has(each)) ? [{ move: move.id, ...constraint }] : [];
}

const criteriaOf = (site: SiteFacts | undefined): ReadonlySet<string> => new Set([...site?.synchronization?.products ?? [], ...site?.synchronization?.classifications ?? []]);

/** The top of the tree above a site, or the site itself, by code in upper case; undefined for a site that does not exist. */
function topOf({ sites }: PlanFacts, site: string): string | undefined {
    let code = toUpperCaseCode(site);
    for (const seen = new Set<string>(); sites.has(code);) {
        const [parent] = sites.get(code)!.own.parentCodes;
        if (parent === undefined || seen.has(code)) {
            return code;
        }
        seen.add(code);
        code = toUpperCaseCode(parent);
    }
    return undefined;
}
