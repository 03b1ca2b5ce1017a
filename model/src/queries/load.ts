import type { Hierarchy, Site } from '../hierarchy.js';
import { childrenOf } from './tree.js';
import { activeUpdatePointOf } from './update-points.js';

/** The clients of a site: those of its `clients` property and of its client groups. */
export function clientsOf(site: Site): { intranet: number; internet: number } {
    const counts = { intranet: site.clients?.intranet ?? 0, internet: site.clients?.internet ?? 0 };
    for (const group of site.clientGroups) {
        counts[group.on ?? 'intranet'] += group.count ?? 0;
    }
    return counts;
}

/**
 * The number of clients that use a site's active software update point: its own on the intranet, those of its secondary sites without a
 * software update point, and its Internet clients if it accepts them. Source: "About the Software Update Point"
 * (ConfigMgr 2007 library).
 */
export function loadOf(hierarchy: Hierarchy, site: Site): number {
    const point = activeUpdatePointOf(site);
    if (!point) {
        return 0;
    }
    const own = clientsOf(site);
    const below = childrenOf(hierarchy, site)
        .filter(child => child.kind === 'secondary' && !activeUpdatePointOf(child))
        .reduce((sum, child) => sum + clientsOf(child).intranet, 0);
    return own.intranet + below + (point.accepts?.includes('internet') ? own.internet : 0);
}
