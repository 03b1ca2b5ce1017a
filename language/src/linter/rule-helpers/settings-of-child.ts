import { isUnknown, type Synchronization, updatePointsOf } from '@sup/model';

/**
 * Whether settings below the top may be those of a site with a source of its own. If the source of a site with the role is Microsoft Update, that
 * is the mistake, and `child-source-not-parent` reports it; if it is unknown, the settings may have an effect. A site that is headed
 * `central site` is to lose its parent, which `central-with-parent` reports, and then has settings of its own.
 */
export function mayHaveOwnSource(settings: Synchronization): boolean {
    const { site, source } = settings;
    return site.kind === 'central' || (source?.kind === 'microsoft-update' && updatePointsOf(site).length > 0) || isUnknown(settings, 'source');
}
