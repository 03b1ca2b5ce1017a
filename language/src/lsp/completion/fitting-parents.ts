import { ancestorsOf, isOlderSite, isSms2003, type Site, type SiteKind } from '@sup/model';
import type { PlanPlace } from './plan-place.js';

export function isSiteKind(word: string): word is SiteKind {
    return word === 'central' || word === 'primary' || word === 'secondary';
}

/** Whether a site can be the parent of the one at the cursor: a central or primary site that is not below it, and that suits its release and mode. */
export function fitsParent(parent: Site, kind: SiteKind | undefined, { hierarchy, site }: PlanPlace): boolean {
    if (parent.kind === 'secondary') {
        return false;
    }
    if (!site) {
        return true;
    }
    const isBelow = parent === site || parent.code === site.code || ancestorsOf(hierarchy, parent).includes(site);
    const isTooNew = isOlderSite(parent, site) || (isSms2003(parent) && site.release?.product === 'ConfigMgr 2007');
    const isOtherMode = parent.mode !== undefined && site.mode !== undefined && (kind === 'secondary' ? parent.mode !== site.mode : parent.mode === 'mixed' && site.mode === 'native');
    return !isBelow && !isTooNew && !isOtherMode;
}
