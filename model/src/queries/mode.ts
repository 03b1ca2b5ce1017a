import type { Hierarchy, Site } from '../hierarchy.js';
import type { SiteMode } from '../values.js';
import { ancestorsOf } from './tree.js';

/**
 * The mode a site works in. A secondary site takes its parent's, also when the parent's changes; what its text says does not
 * count. Undefined where nothing says it. Source: "How to Configure the Site Mode" (ConfigMgr 2007 library).
 */
export function modeOf(hierarchy: Hierarchy, site: Site): SiteMode | undefined {
    if (site.kind !== 'secondary') {
        return site.mode;
    }
    return ancestorsOf(hierarchy, site).find(ancestor => ancestor.kind !== 'secondary')?.mode;
}
