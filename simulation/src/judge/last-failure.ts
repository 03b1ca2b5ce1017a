import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';

/**
 * Returns the trace entry that explains why a site is not current: the last failure of the site itself or, if it has none, the event that cut its link or
 * stopped its site server, since no notification arrives then and nothing fails. Otherwise that of the nearest such site above, which sends no notifications.
 */
export function lastFailureFor(world: World, site: SiteState): number | undefined {
    for (let current: SiteState | undefined = site; current; current = current.parent) {
        const entry = current.lastFailureEntry ?? silentEntryOf(world, current);
        if (entry !== undefined) {
            return entry;
        }
    }
    return undefined;
}

function silentEntryOf({ lastEventOn }: World, { site, parent, link, siteServer }: SiteState): number | undefined {
    const isCut = parent !== undefined && !link.isUp;
    return isCut ? lastEventOn.get(site.code) : siteServer && !siteServer.isUp ? lastEventOn.get(siteServer.server.name) : undefined;
}
