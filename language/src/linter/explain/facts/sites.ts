import { ancestorsOf, clientsOf, counted, type Hierarchy, number, parentOf, type Site } from '@sup/model';
import type { Fact } from '../fact.js';

/** The number of sites of a chain that an explanation lists. */
const maxListed = 12;

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

export function statesClients(site: Site): Fact {
    const { intranet, internet } = clientsOf(site);
    const counts = [...intranet > 0 ? [`${counted(intranet, 'client')} on the intranet`] : [], ...internet > 0 ? [`${number(internet)} on the Internet`] : []];
    return { text: `${site.code} has ${counts.length === 0 ? 'no clients' : counts.join(' and ')}.`, at: { of: site, part: 'clients' } };
}
