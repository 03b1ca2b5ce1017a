import type { SiteState } from '../world/state.js';

/** Returns the trace entry of the failure that keeps a site from being current: its own, or else that of the nearest site above, which then sends no notifications. */
export function lastFailureFor(site: SiteState): number | undefined {
    let current: SiteState | undefined = site;
    while (current && current.lastFailureEntry === undefined) {
        current = current.parent;
    }
    return current?.lastFailureEntry;
}
