import type { Hierarchy, Site } from '../hierarchy.js';
import type { SiteMode } from '../values.js';
import { childrenOf, nearestPrimaryAncestor, parentOf } from './tree.js';

/**
 * The mode of a site. A secondary site always has the mode of its nearest primary ancestor; a mode in its own block does not count.
 * Undefined if the plan does not state it. Source: "How to Configure the Site Mode" (ConfigMgr 2007 library).
 */
export function modeOf(hierarchy: Hierarchy, site: Site): SiteMode | undefined {
    if (site.kind !== 'secondary') {
        return site.mode;
    }
    return nearestPrimaryAncestor(hierarchy, site)?.mode;
}

/**
 * The sites to switch together with one site, since no native-mode site may be below a mixed-mode one: for native mode, also the mixed-mode
 * sites above it; for mixed mode, also the native-mode sites below it. Source: "How to Join Primary Sites into a Hierarchy"
 * (ConfigMgr 2007 library).
 */
export function sitesToSwitch(hierarchy: Hierarchy, site: Site, mode: SiteMode): readonly Site[] {
    const other = mode === 'native' ? 'mixed' : 'native';
    const next = (at: Site): readonly (Site | undefined)[] => mode === 'native' ? [parentOf(hierarchy, at)] : childrenOf(hierarchy, at);
    const found = new Set([site]);
    for (const at of found) {
        next(at).forEach(each => each && each.kind !== 'secondary' && each.mode === other && found.add(each));
    }
    return [...found];
}
