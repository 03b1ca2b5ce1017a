import { ancestorsOf, clientsOf, counted, type Hierarchy, number, parentOf, releaseText, type Site } from '@sup/model';
import type { Fact } from '../fact.js';

/** The number of sites that an explanation lists. */
export const maxListed = 12;

export function hasKind(site: Site): Fact {
    return { text: `${site.code} is a ${site.kind ? `${site.kind} ` : ''}site.`, at: { of: site, part: 'kind' } };
}

export function reportsTo(site: Site, parent: { readonly code: string }): Fact {
    return { text: `${site.code} reports to ${parent.code}.`, at: { of: site, part: 'parents', index: Math.max(0, site.parentCodes.indexOf(parent.code)) } };
}

export function hasNoParent(site: Site): Fact {
    return { text: `${site.code} does not name a parent site.`, at: { of: site } };
}

/** Each `reports to` from a site up to one above it. */
export function reportsUpTo(hierarchy: Hierarchy, site: Site, above: Site): readonly Fact[] {
    const ancestors = ancestorsOf(hierarchy, site);
    const chain = [site, ...ancestors.slice(0, ancestors.indexOf(above))];
    return chain.slice(0, maxListed).flatMap(each => {
        const parent = parentOf(hierarchy, each);
        return parent ? [reportsTo(each, parent)] : [];
    });
}

export function hasRelease(site: Site): Fact {
    return { text: site.release ? `${site.code} is planned as ${releaseText(site.release)}.` : `The plan does not state the release of ${site.code}.`, at: { of: site, part: 'release' } };
}

/** The release of a site, and of the sites that report to it. */
export function releasesBelow(site: Site, children: readonly Site[]): readonly Fact[] {
    return [hasRelease(site), ...children.slice(0, maxListed).flatMap(child => [reportsTo(child, site), hasRelease(child)])];
}

/** The clients of the sites that have the most. */
export function statesMostClients(sites: readonly Site[]): readonly Fact[] {
    const total = (site: Site): number => clientsOf(site).intranet + clientsOf(site).internet;
    return sites.filter(site => total(site) > 0).sort((a, b) => total(b) - total(a)).slice(0, maxListed).map(statesClients);
}

export function statesClients(site: Site): Fact {
    const { intranet, internet } = clientsOf(site);
    const counts = [...intranet > 0 ? [`${counted(intranet, 'client')} on the intranet`] : [], ...internet > 0 ? [`${number(internet)} on the Internet`] : []];
    return { text: `${site.code} has ${counts.length === 0 ? 'no clients' : counts.join(' and ')}.`, at: { of: site, part: 'clients' } };
}
