import type { ClientSet, SiteSet } from '@sup/model';
import type { ClientGroupState, SiteState } from './state.js';
import type { World } from './world.js';

/** Resolves a set of sites, in the order from the top down. */
export function sitesIn(world: World, set: SiteSet): readonly SiteState[] {
    if (set.kind === 'all') {
        return world.sites;
    }
    const named = world.sitesByCode.get(set.code);
    if (!named) {
        return [];
    }
    const found = new Set([named]);
    if (set.kind === 'below') {
        found.forEach(site => site.children.forEach(child => found.add(child)));
        found.delete(named);
    }
    return [...found].sort((a, b) => a.rank - b.rank);
}

/** Like {@link sitesIn}, but without sites that do not synchronize, unless such a site is named explicitly. */
export function synchronizingSitesIn(world: World, set: SiteSet): readonly SiteState[] {
    return sitesIn(world, set).filter(site => site.active || set.kind === 'site');
}

/** Resolves a set of clients to client groups. */
export function groupsIn(world: World, set: ClientSet): readonly ClientGroupState[] {
    if (set.kind === 'group') {
        return world.groups.filter(group => group.label === set.label);
    }
    const groups = set.sites.kind === 'all' ? world.groups : sitesIn(world, set.sites).flatMap(site => site.groups);
    return groups.filter(group => set.on === undefined || group.on === set.on);
}
