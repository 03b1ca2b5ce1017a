import { advise, type Advice, adviceText, type Assumptions, type Hierarchy, type Site } from '@sup/model';
import { type BoundsBothWays, boundsBothWays, boundsBothWaysText, maxSitesBothWays } from './bounds-both-ways.js';
import { findBound } from './find-bound.js';

/**
 * The advice on a site, and the time until its last client has scanned in both cases; undefined without clients, in a hierarchy that is too large to compute
 * it for each site, and if the parent has no active software update point, or may have none.
 */
export interface AdvisedSite extends Advice {
    readonly bounds: BoundsBothWays | undefined;
}

/** Advises on those of some sites that are secondary sites with a parent. */
export function advisedSites(hierarchy: Hierarchy, sites: readonly Site[], assumptions: Partial<Assumptions>): readonly AdvisedSite[] {
    const advised = sites.flatMap(site => advise(hierarchy, site, assumptions) ?? []);
    const present = advised.length > 0 && hierarchy.sites.length <= maxSitesBothWays ? findBound(hierarchy, assumptions) : undefined;
    return advised.map(advice => {
        const isComparable = !advice.blocked && advice.reason !== 'parent-unknown';
        return { ...advice, bounds: present && isComparable ? boundsBothWays(hierarchy, advice.site, present) : undefined };
    });
}

/** Renders the advice and both bounds as sentences. The first is the recommendation. */
export function advisedSiteText(advised: AdvisedSite): readonly string[] {
    return [...adviceText(advised), ...advised.bounds ? boundsBothWaysText(advised.bounds) : []];
}
