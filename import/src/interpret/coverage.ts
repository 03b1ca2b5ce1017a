import type { SiteCoverage } from './draft.js';
import type { SiteFacts } from './facts.js';
import { areHoursKnown } from './links.js';
import { isReleaseComplete } from './releases.js';

/** The parts of a site that the sources state. An export without a part of a hierarchy does not state that the part does not exist. */
export function coverageOf(site: SiteFacts): SiteCoverage {
    const { record, parent, facts: { inventory: { roles, cuts, errors } } } = site;
    return {
        kind: ['1', '2', 'central', 'primary', 'secondary'].includes(record.type?.trim().toLowerCase() ?? ''),
        parent: parent !== undefined,
        addOn: isReleaseComplete(record),
        roles: roles.length > 0 && cuts.length === 0 && !errors.some(({ what }) => /role|site system/i.test(what)),
        hours: areHoursKnown(site)
    };
}
