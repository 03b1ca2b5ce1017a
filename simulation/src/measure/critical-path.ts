import type { SiteState } from '../world/state.js';

/** A part of the way of an update to the last client. */
export interface PropagationPart {
    readonly kind: 'schedule' | 'synchronization' | 'link-window' | 'notification' | 'waiting' | 'policy-and-scan';
    readonly site: string;
    /** Minutes. */
    readonly minutes: number;
}

/** The way of a notification to a child. */
export interface NotificationTimes {
    readonly sent: number;
    /** Minutes until the link opened. */
    readonly waited: number;
    readonly arrived: number;
}

/** How a site came to a content version. */
export interface Arrival {
    /** The last notification before; undefined at the top. */
    readonly notice: NotificationTimes | undefined;
    readonly started: number;
    readonly done: number;
}

/**
 * The way of a content version from Microsoft Update to the clients of a site, one part after the other. What overlapped (a retry
 * that overtook the notification, a catalog that was read before its site had told anybody) counts once, so that the parts add up.
 */
export function criticalPath(last: SiteState, publishedAt: number, scannedAt: number, arrivalAt: (site: SiteState) => Arrival | undefined): readonly PropagationPart[] {
    const parts = new Map<string, PropagationPart>();
    let at = publishedAt;
    const until = (time: number, kind: PropagationPart['kind'], { site: { code } }: SiteState): void => {
        const end = Math.min(Math.max(at, time), scannedAt);
        const before = parts.get(`${kind} ${code}`)?.minutes ?? 0;
        if (end > at) {
            parts.set(`${kind} ${code}`, { kind, site: code, minutes: before + end - at });
        }
        at = end;
    };
    for (const site of pathTo(last)) {
        const arrival = arrivalAt(site);
        if (arrival) {
            const { notice, started, done } = arrival;
            if (notice) {
                until(notice.sent, 'waiting', site);
                until(notice.sent + notice.waited, 'link-window', site);
                until(notice.arrived, 'notification', site);
            }
            until(started, site.isRoot ? 'schedule' : 'waiting', site);
            until(done, 'synchronization', site);
        }
    }
    until(scannedAt, 'policy-and-scan', last);
    return [...parts.values()];
}

/** From the top site down. */
function pathTo(last: SiteState): readonly SiteState[] {
    const way = [last];
    for (let site = last; !site.isRoot && site.parent; site = site.parent) {
        way.unshift(site.parent);
    }
    return way;
}
