import type { TraceEntry } from '../trace/entry.js';
import type { SiteState } from '../world/state.js';
import type { Observer, World } from '../world/world.js';

/** Measures the greatest age of each catalog. Keeps two times for each site. */
export class CatalogAges implements Observer {
    private readonly ages = new Map<SiteState, { readonly last: number; readonly oldest: number }>();

    observe({ details, site: code, time }: TraceEntry, world: World): void {
        const site = details.kind === 'sync-done' ? world.sitesByCode.get(code ?? '') : undefined;
        if (site) {
            this.ages.set(site, { last: time, oldest: this.oldestCatalogOf(site, time) ?? 0 });
        }
    }

    /** The longest time without a successful synchronization since the first one; undefined if there was none. */
    oldestCatalogOf(site: SiteState, now: number): number | undefined {
        const age = this.ages.get(site);
        return age && Math.max(age.oldest, now - age.last);
    }
}
