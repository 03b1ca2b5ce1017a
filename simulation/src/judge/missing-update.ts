import { exclusionOf, hasLanguage, type NamedUpdate } from '../world/catalog.js';
import { languagesOf } from '../world/received.js';
import type { SiteState } from '../world/state.js';
import type { World } from '../world/world.js';
import { momentText } from '../trace/time.js';

/** The reason why a site does not have an update, as the rest of a sentence about it; empty if the state shows none. */
export function missingUpdateText({ microsoftUpdate }: World, site: SiteState, name: string): string {
    const update = microsoftUpdate.updates.get(name);
    if (!update) {
        return ': Microsoft Update has not published it';
    }
    const { root } = site;
    const exclusion = root && exclusionOf(update, root.subscription);
    const without = exclusion === undefined ? siteWithoutLanguages(site, update) : undefined;
    if (without) {
        return `: ${without.site.code}${without === site ? '' : ', from which it gets its updates,'} synchronizes none of its languages (${update.languages!.join(', ')})`;
    }
    if (!root || exclusion === undefined) {
        return !root ? ': no site above synchronizes from Microsoft Update' : site.lastSuccess === undefined ? ', which never synchronized' : `, which last synchronized at ${momentText(site.lastSuccess)}`;
    }
    const top = `the top site ${root.site.code}`;
    switch (exclusion) {
        case 'product': return `: ${top} does not synchronize the product ${update.product}. Only its selection counts`;
        case 'classification': return `: ${top} does not synchronize the classification ${update.classification}. Only its selection counts`;
        case 'languages': return `: ${top} synchronizes none of its languages (${update.languages!.join(', ')})`;
        case 'wsus': return `: WSUS at ${top} is too old for the product ${update.product}`;
    }
}

/** The highest site, from the site itself up, whose update file languages exclude an update. */
function siteWithoutLanguages(site: SiteState, update: NamedUpdate): SiteState | undefined {
    const above = site.parent && siteWithoutLanguages(site.parent, update);
    return above ?? (site.active && !hasLanguage(update.languages, languagesOf(site.active)) ? site : undefined);
}
