import { clientsOf, type Hierarchy, parentOf, type Site, type Target } from '@sup/model';
import type { ClientImpact } from './outage-impact.js';
import { relevantServersOf } from './targets.js';

/** Client-hours from which a pair has a greater impact than each alone: less is rounding. */
export const leastAdditionalHours = 1;

/** The effect of outages of two parts at the same time. */
export interface PairImpact extends ClientImpact {
    readonly targets: readonly [Target, Target];
    /** Client-hours of both kinds in addition to those of the two outages alone. */
    readonly additionalHours: number;
}

/** Pairs that are simulated at most: their number grows with the square of the size of a site. */
const maxPairs = 200;

/**
 * The pairs of parts that the same clients use: the servers of their site and of its parent, and the link between. Other pairs harm no more than each
 * part alone. Those of the sites with most clients come first.
 */
export function pairsOf(hierarchy: Hierarchy, targets: readonly Target[]): { readonly pairs: readonly (readonly [Target, Target])[]; readonly skipped: number } {
    const found = new Map<string, readonly [Target, Target]>();
    const count = (site: Site): number => clientsOf(site).intranet + clientsOf(site).internet;
    for (const site of [...hierarchy.sites].sort((a, b) => count(b) - count(a)).filter(each => count(each) > 0)) {
        const parent = parentOf(hierarchy, site);
        const names = new Set([site, ...parent ? [parent] : []].flatMap(relevantServersOf).map(({ name }) => name));
        const used = targets.filter(target => target.kind === 'server' ? names.has(target.name) : target.kind === 'link' && target.site === site.code);
        for (const [i, a] of used.entries()) {
            for (const b of used.slice(i + 1)) {
                const key = `${targets.indexOf(a)} ${targets.indexOf(b)}`;
                found.set(key, found.get(key) ?? [a, b]);
            }
        }
    }
    return { pairs: [...found.values()].slice(0, maxPairs), skipped: Math.max(0, found.size - maxPairs) };
}
