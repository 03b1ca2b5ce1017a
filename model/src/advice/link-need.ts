import { assume, type Assumptions } from '../assumptions.js';
import { type Hierarchy, type Site } from '../hierarchy.js';
import { knownIntranetClientsOf } from '../queries/load.js';
import { parentOf } from '../queries/tree.js';
import { activeUpdatePointOf } from '../queries/update-points.js';
import { decide } from './decide.js';
import { linkFigures, type LinkFigures } from './figures.js';
import { thresholds } from './thresholds.js';

/** A secondary site whose link needs a software update point at the site. */
export interface LinkNeed {
    readonly parent: Site;
    readonly clients: number;
    /** Kilobits per second. */
    readonly bandwidth: number;
    readonly link: LinkFigures;
    readonly assumed: Assumptions;
}

/**
 * The clear need of a secondary site for its own software update point, by its link alone; undefined if there is none. It is the decision of the advice without
 * the load of the parent's software update point, which could only add another reason for the same recommendation. So it reads only the site and
 * its parent, and an edit of another site does not run the rule again.
 */
export function linkNeedOf(hierarchy: Hierarchy, site: Site, assumptions: Partial<Assumptions> = {}): LinkNeed | undefined {
    const parent = parentOf(hierarchy, site);
    const clients = knownIntranetClientsOf(site);
    const { bandwidth, latency = 0 } = site.link ?? {};
    if (site.kind !== 'secondary' || !parent || !bandwidth || clients === undefined) {
        return undefined;
    }
    const assumed = assume(assumptions);
    const link = linkFigures(clients, bandwidth, latency, assumed);
    const { reason } = decide({ clients, bandwidth, latency, hasParentPoint: activeUpdatePointOf(parent) !== undefined, otherLoad: 0, supported: undefined, assumed });
    return reason === 'heavy' && isClear(link) ? { parent, clients, bandwidth, link, assumed } : undefined;
}

function isClear({ spreadShare, firstScanHours }: LinkFigures): boolean {
    return spreadShare > thresholds.clear * thresholds.spreadShare.tooMuch || firstScanHours > thresholds.clear * thresholds.firstScanHours.tooMuch;
}
