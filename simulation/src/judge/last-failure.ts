import type { SiteState } from '../world/state.js';

/** The trace entry of the failure that keeps a site behind: its own, else that of the nearest site above, which then tells it nothing. */
export function lastFailureFor(site: SiteState): number | undefined {
    let at: SiteState | undefined = site;
    while (at && at.lastFailureEntry === undefined) {
        at = at.parent;
    }
    return at?.lastFailureEntry;
}
