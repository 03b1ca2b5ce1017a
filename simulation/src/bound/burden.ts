import { type Assumptions, bandwidthText, counted, isPrimarySite, megabytesText } from '@sup/model';
import { lineMinutes, waitingMinutes } from '../world/link.js';
import type { PointState, SiteState } from '../world/state.js';

/** Kilobits in a megabyte. */
const kilobits = 8_000;

/** The clients whose scans cross the link of a site, and those that use a software update point. */
export interface Burden {
    readonly overLink: ReadonlyMap<SiteState, number>;
    readonly onPoint: ReadonlyMap<PointState, number>;
}

/**
 * Minutes until WSUS at a site has fetched the metadata of some publications from its parent, while scans and replicated objects use the link too: each
 * pull shares it with some scans at once, as long as these last.
 */
export function pullMinutes(site: SiteState, publications: number, scans: number, assumed: Assumptions): number {
    const { plan } = site.link;
    const megabytes = publications * assumed.changeSize;
    const alone = lineMinutes(plan, megabytes);
    const behindScans = Math.min(assumed.scanStreams * alone, lineMinutes(plan, scans * assumed.scanSize));
    const behindObjects = isPrimarySite(site.site) ? alone : 0;
    return Math.max(assumed.childSynchronization, Math.ceil(alone + waitingMinutes(plan, megabytes, assumed) + behindScans + behindObjects));
}

/** The reason why a link never carries what is asked of it, as a sentence; undefined if it does. */
export function tooThinText(site: SiteState, scans: number, hasReplica: boolean, assumed: Assumptions): string | undefined {
    const bandwidth = site.link.plan?.bandwidth;
    if (!bandwidth) {
        return undefined;
    }
    const interval = assumed.scanInterval;
    const scanned = scans * assumed.scanSize;
    const copies = (hasReplica ? 1 : 0) + (isPrimarySite(site.site) ? 1 : 0);
    const fetched = copies * assumed.changeSize * interval / assumed.publishInterval;
    const carried = bandwidth * interval * 60 / kilobits;
    return scanned + fetched <= carried ? undefined
        : `The link of ${site.site.code} (${bandwidthText(bandwidth)}) never catches up: in each scan interval, ${counted(scans, 'scan')} and new metadata are ${megabytesText(scanned + fetched)}, and it carries ${megabytesText(carried)}.`;
}
