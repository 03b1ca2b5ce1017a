import type { LangiumDocument } from 'langium';
import { type Assumptions, durationText, type Hierarchy, type Site } from '@sup/model';
import { type Bound, findBound } from '@sup/simulation';
import type { SupServices } from '@sup/language';

/** In a larger plan, finding the bound after each edit would delay hovers. The report and the preview have it for every plan. */
const maxSites = 300;

/** Finds the longest time until the last client of a site has a new update. The bounds of a plan are cached until it changes. */
export function createBoundOf(services: () => SupServices, assumptionsFor: (document: LangiumDocument) => Partial<Assumptions>): (document: LangiumDocument, site: Site) => string | undefined {
    const bounds = new WeakMap<Hierarchy, { readonly assumptions: string; readonly bound: Bound }>();
    return (document, site) => {
        const { hierarchies } = services().analysis;
        if (hierarchies.incremental(document).sites.length > maxSites) {
            return undefined;
        }
        const hierarchy = hierarchies.of(document);
        const given = assumptionsFor(document);
        const assumptions = JSON.stringify(given);
        const cached = bounds.get(hierarchy);
        const bound = cached?.assumptions === assumptions ? cached.bound : findBound(hierarchy, given);
        bounds.set(hierarchy, { assumptions, bound });
        return textFor(bound, site);
    };
}

function textFor({ groups }: Bound, { code }: Site): string | undefined {
    const own = groups.filter(({ site }) => site === code);
    const unlimited = own.find(({ reason }) => reason);
    const minutes = own.reduce((longest, group) => Math.max(longest, group.minutes ?? 0), 0);
    return own.length === 0 ? undefined : unlimited ? `no limit. ${unlimited.reason!.text}` : `within ${durationText(minutes)}, if nothing fails`;
}
