import type { Hierarchy, Site } from '../hierarchy.js';
import type { SiteMode } from '../values.js';
import { childrenOf, nearestPrimaryAncestor, parentOf } from './tree.js';

/**
 * The mode a site works in. A secondary site takes its parent's, also when the parent's changes; what its text says does not
 * count. Undefined where nothing says it. Source: "How to Configure the Site Mode" (ConfigMgr 2007 library).
 */
export function modeOf(hierarchy: Hierarchy, site: Site): SiteMode | undefined {
    if (site.kind !== 'secondary') {
        return site.mode;
    }
    return nearestPrimaryAncestor(hierarchy, site)?.mode;
}

/**
 * The sites that change when one site goes to a mode and no native-mode site may stay below a mixed-mode one: to native, also
 * the mixed ones above it; to mixed, also the native ones below it. Source: "How to Join Primary Sites into a Hierarchy"
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
