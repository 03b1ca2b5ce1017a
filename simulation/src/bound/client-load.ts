import { type Assumptions, bandwidthText, counted, isPrimarySite, megabytesPerMinute, megabytesText } from '@sup/model';
import { latencyMinutes, transmissionMinutes } from '../world/link.js';
import type { PointState, SiteState } from '../world/state.js';

/** The clients whose scans cross the link of a site, and those that use a software update point. */
export interface ClientLoad {
    readonly overLink: ReadonlyMap<SiteState, number>;
    readonly onPoint: ReadonlyMap<PointState, number>;
}

/**
 * Minutes until WSUS at a site has fetched the metadata of some publications from its parent, while scans and replicated objects use the link too: the
 * transfer shares it with `scan streams` scans at a time, for as long as there are scans.
 */
export function pullMinutes(site: SiteState, publications: number, scans: number, assumed: Assumptions): number {
    const { plan } = site.link;
    const megabytes = publications * assumed.changeSize;
    const alone = transmissionMinutes(plan, megabytes);
    const delayByScans = Math.min(assumed.scanStreams * alone, transmissionMinutes(plan, scans * assumed.scanSize));
    const delayByObjects = isPrimarySite(site.site) ? alone : 0;
    return Math.max(assumed.childSynchronization, Math.ceil(alone + latencyMinutes(plan, megabytes, assumed) + delayByScans + delayByObjects));
}

/** A sentence about a link that is too slow for its traffic in the long run; undefined if it can carry the traffic. */
export function tooSlowText(site: SiteState, scans: number, hasReplica: boolean, assumed: Assumptions): string | undefined {
    const bandwidth = site.link.plan?.bandwidth;
    if (!bandwidth) {
        return undefined;
    }
    const interval = assumed.scanInterval;
    const scanned = scans * assumed.scanSize;
    const copies = (hasReplica ? 1 : 0) + (isPrimarySite(site.site) ? 1 : 0);
    const fetched = copies * assumed.changeSize * interval / assumed.publishInterval;
    const carried = megabytesPerMinute(bandwidth) * interval;
    return scanned + fetched <= carried ? undefined
        : `The link of ${site.site.code} (${bandwidthText(bandwidth)}) never catches up: in each scan interval, ${counted(scans, 'scan')}${fetched > 0 ? ' and new metadata' : ''} are ${megabytesText(scanned + fetched)}, and it carries ${megabytesText(carried)}.`;
}
