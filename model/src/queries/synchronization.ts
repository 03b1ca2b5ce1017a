import type { Hierarchy, Site, SoftwareUpdatePoint } from '../hierarchy.js';
import type { SynchronizationSource } from '../values.js';
import { parentOf, rootsOf, childrenOf } from './tree.js';
import { activeUpdatePointOf } from './update-points.js';

/**
 * The software update point that a site's active one synchronises from: the parent's active one. Undefined at the top, and
 * where the parent has none. Source: "Software Update Point Component Properties: Sync Settings Tab" (ConfigMgr 2007 library).
 */
export function upstreamOf(hierarchy: Hierarchy, site: Site): SoftwareUpdatePoint | undefined {
    const parent = parentOf(hierarchy, site);
    return parent && activeUpdatePointOf(parent);
}

/**
 * The sites that synchronise from Microsoft Update: from the top down, the first with an active software update point. A sound
 * hierarchy has one, and it is the central site. Source: "About Software Updates Synchronization" (ConfigMgr 2007 library).
 */
export function synchronizationRootsOf(hierarchy: Hierarchy): readonly Site[] {
    const found: Site[] = [];
    const seen = new Set<Site>();
    const open = [...rootsOf(hierarchy)];
    for (let site = open.shift(); site; site = open.shift()) {
        if (seen.has(site)) {
            continue;
        }
        seen.add(site);
        if (activeUpdatePointOf(site)) {
            found.push(site);
        } else {
            open.push(...childrenOf(hierarchy, site));
        }
    }
    return found;
}

/** Where a site's software update point gets its updates: what the plan says, else what the product derives. */
export function sourceOf(hierarchy: Hierarchy, site: Site): SynchronizationSource {
    const written = site.synchronizations.find(settings => settings.source)?.source;
    return written ?? (parentOf(hierarchy, site) ? { kind: 'parent-site' } : { kind: 'microsoft-update' });
}
