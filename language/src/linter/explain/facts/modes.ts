import { type Hierarchy, nearestPrimaryAncestor, type Site } from '@sup/model';
import type { Fact } from '../fact.js';
import { hasKind, reportsUpTo } from './sites.js';

/** How the mode of a site follows: from its own block, or for a secondary site from the primary site above it. */
export function hasMode(hierarchy: Hierarchy, site: Site): readonly Fact[] {
    if (site.kind !== 'secondary') {
        return [statesMode(site)];
    }
    const primary = nearestPrimaryAncestor(hierarchy, site);
    return primary ? [
        hasKind(site),
        ...reportsUpTo(hierarchy, site, primary),
        { text: `A secondary site has the mode of the primary site above it, here ${primary.code}.`, source: 'How to Configure the Site Mode' },
        statesMode(primary)
    ] : [hasKind(site)];
}

/** The mode that the block of a site states. */
export function statesMode(site: Site): Fact {
    return { text: site.mode === undefined ? `The plan does not state the mode of ${site.code}.` : `${site.code} is planned in ${site.mode} mode.`, at: { of: site, part: 'mode' } };
}
