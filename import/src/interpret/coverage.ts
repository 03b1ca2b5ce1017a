import type { SiteCoverage } from './draft.js';
import type { SiteFacts } from './facts.js';
import { areHoursKnown } from './links.js';
import { isReleaseComplete } from './releases.js';

/** The facts that the sources state about a site. A part that is missing from an export may still exist. */
export function coverageOf(site: SiteFacts): SiteCoverage {
    const { code, record, parent, facts: { inventory: { roles }, unreadRoles } } = site;
    return {
        kind: ['1', '2', 'central', 'primary', 'secondary'].includes(record.type?.trim().toLowerCase() ?? ''),
        parent: parent !== undefined,
        addOn: isReleaseComplete(record),
        roles: roles.length > 0 && !unreadRoles.has(code),
        hours: areHoursKnown(site)
    };
}
