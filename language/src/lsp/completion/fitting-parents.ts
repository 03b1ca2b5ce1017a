import { activeUpdatePointsOf, ancestorsOf, isOlder, isOlderSite, isSms2003, mayHaveActiveUpdatePoint, possibleUpstreamNames, type Site, type SiteKind, wsusVersionOf } from '@sup/model';
import type { PlanPlace } from './plan-place.js';

export function isSiteKind(word: string): word is SiteKind {
    return word === 'central' || word === 'primary' || word === 'secondary';
}

/** Whether a site may have this parent by the releases of both. */
export function suitsReleaseOfParent(site: Site, parent: Site): boolean {
    return !isOlderSite(parent, site) && !(isSms2003(parent) && site.release?.product === 'ConfigMgr 2007');
}

/** Whether a site may have this parent by the modes of both: a secondary site has that of its parent, and no native site is below a mixed one. */
export function suitsModeOfParent({ kind, mode }: Pick<Site, 'kind' | 'mode'>, parent: Site): boolean {
    return mode === undefined || parent.mode === undefined || parent.mode === mode || (kind !== 'secondary' && parent.mode === 'native');
}

/** Whether the settings of a site, if it has an active role, let it synchronize from one of these servers of its parent. */
export function suitsSource(site: Site, names: ReadonlySet<string>): boolean {
    return activeUpdatePointsOf(site).length === 0
        || site.synchronizations.every(({ source }) => source?.kind !== 'microsoft-update' && (source?.kind !== 'server' || names.has(source.server)));
}

/** Whether the active software update point of a site, if it has one, can synchronize from this parent: it has one too, whose WSUS is not older. */
function suitsUpdatePoint(site: Site, parent: Site): boolean {
    const lower = activeUpdatePointsOf(site).map(wsusVersionOf);
    const upper = activeUpdatePointsOf(parent).map(wsusVersionOf);
    return lower.length === 0 || (mayHaveActiveUpdatePoint(parent) && !lower.some(version => version && upper.some(theirs => theirs && isOlder(theirs, version))));
}

/** Whether a site can be the parent of the one at the cursor: a central or primary site that is not below it, and that suits its release, mode, role and source. */
export function fitsParent(parent: Site, kind: SiteKind | undefined, { hierarchy, site }: PlanPlace): boolean {
    if (parent.kind === 'secondary') {
        return false;
    }
    if (!site) {
        return true;
    }
    const isBelow = parent === site || parent.code === site.code || ancestorsOf(hierarchy, parent).includes(site);
    const upstream = possibleUpstreamNames(parent);
    return !isBelow && suitsReleaseOfParent(site, parent) && suitsModeOfParent({ kind, mode: site.mode }, parent) && suitsUpdatePoint(site, parent) && (upstream.size === 0 || suitsSource(site, upstream));
}
