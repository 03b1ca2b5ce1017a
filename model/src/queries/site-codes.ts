import type { Hierarchy, Site } from '../hierarchy.js';
import { releaseFacts } from '../releases.js';
import { toUpperCaseCode } from '../upper-case.js';

/** Whether a code is a name that cannot be a site code. */
export function isReservedSiteCode(code: string): boolean {
    return releaseFacts.reservedSiteCodes.includes(code);
}

/** Whether a code is a name that is discouraged as a site code. */
export function isDiscouragedSiteCode(code: string): boolean {
    return releaseFacts.discouragedSiteCodes.includes(code);
}

/** Whether a text has the form of a site code: three characters, each A to Z or 0 to 9. Source: "Configuration Manager Site Naming". */
export function isSiteCode(text: string): boolean {
    return /^[A-Z0-9]{3}$/.test(text);
}

/** The sites with a code, ignoring case. */
export function sitesIgnoringCase(hierarchy: Hierarchy, code: string): readonly Site[] {
    return hierarchy.sitesByUpperCaseCode.get(toUpperCaseCode(code)) ?? [];
}

/**
 * A valid, unused code for a site, as similar to its present code as possible: in upper case, shortened to three characters, otherwise with
 * another ending. No `reports to` of other sites refers to it. Undefined if all codes are in use.
 */
export function freeSiteCodeFor(hierarchy: Hierarchy, site: Site): string | undefined {
    const base = toUpperCaseCode(site.code.normalize('NFD')).replace(/[^A-Z0-9]/g, '').slice(0, 3);
    return freeCode(hierarchy, base, site);
}

/** A valid, unused code for a new site, as similar to a proposed one as possible. If all codes are in use, the proposed one. */
export function freeSiteCode(hierarchy: Hierarchy, proposed: string): string {
    return freeCode(hierarchy, proposed, undefined) ?? proposed;
}

function freeCode(hierarchy: Hierarchy, base: string, site: Site | undefined): string | undefined {
    for (const code of codesLike(base)) {
        const isFree = sitesIgnoringCase(hierarchy, code).every(other => other === site);
        const isReferenced = (site === undefined || code !== base) && hierarchy.childrenByCode.has(code);
        if (isFree && !isReferenced && !isReservedSiteCode(code) && !isDiscouragedSiteCode(code)) {
            return code;
        }
    }
    return undefined;
}

/** Codes in the order of their similarity to a text: `OSL`, `OS2`, `OS3`; first those that share its first two characters, then its first, then all others. */
function* codesLike(base: string): Generator<string> {
    if (base.length === 3) {
        yield base;
    }
    for (let kept = Math.min(base.length, 2); kept >= 0; kept--) {
        const last = base[2] ?? '0';
        const first = /[0-9]/.test(last) ? Number(last) + 1 : 2;
        const count = 36 ** (3 - kept);
        for (let i = 0; i < count; i++) {
            yield base.slice(0, kept) + ((first + i) % count).toString(36).toUpperCase().padStart(3 - kept, '0');
        }
    }
}
