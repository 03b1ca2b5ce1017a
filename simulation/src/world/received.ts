import { isPrimarySite } from '@sup/model';
import { type Catalog, hasLanguage, type NamedUpdate } from './catalog.js';
import type { PointState } from './state.js';

/**
 * The catalog of a WSUS server after it has synchronized from one of another site: without the updates that have none of its update file languages,
 * which each site selects for itself, except for those that it has already. Source: "Planning for Software Updates" (Configuration Manager documentation,
 * later version) for the setting; that it omits updates is assumed.
 */
export function received(upstream: Catalog, held: Catalog, wanted: readonly string[] | undefined): Catalog {
    const isWanted = ({ name, languages }: NamedUpdate): boolean => held.updates.has(name) || hasLanguage(languages, wanted);
    const updates = [...upstream.updates.values()];
    return wanted === undefined || updates.every(isWanted) ? upstream : { revision: upstream.revision, updates: new Map(updates.filter(isWanted).map(update => [update.name, update])) };
}

/** The update file languages of a server; undefined for all that its upstream server has, as on a replica. */
export function languagesOf({ site, deviations }: PointState): readonly string[] | undefined {
    return isPrimarySite(site.site) && !site.isRoot ? deviations.languages ?? site.subscription.languages : undefined;
}
