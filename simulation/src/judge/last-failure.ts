import type { SiteState } from '../world/state.js';

/**
 * Returns the trace entry of the failure that keeps a site from being current: that of the site itself, or else that of the nearest failed
 * site above, which therefore sends no notifications.
 */
export function lastFailureFor(site: SiteState): number | undefined {
    let current: SiteState | undefined = site;
    while (current && current.lastFailureEntry === undefined) {
        current = current.parent;
    }
    return current?.lastFailureEntry;
}
