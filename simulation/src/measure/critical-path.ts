import type { SiteState } from '../world/state.js';

/** A part of the path of an update to the last client. */
export interface PropagationPart {
    readonly kind: 'schedule' | 'synchronization' | 'link-window' | 'notification' | 'waiting' | 'policy-and-scan';
    readonly site: string;
    /** In minutes. */
    readonly minutes: number;
}

/** The times of a notification to a child. */
export interface NotificationTimes {
    readonly sent: number;
    /** Minutes until the link opened. */
    readonly waited: number;
    readonly arrived: number;
}

/** The times at which a site received a content version. */
export interface Arrival {
    /** The last notification before the run; undefined at the top. */
    readonly notice: NotificationTimes | undefined;
    readonly started: number;
    readonly done: number;
}

/**
 * Splits the path of a content version from Microsoft Update to the clients of a site into consecutive parts. Overlapping parts (a retry
 * that overtook the notification, a catalog that was read before its site sent a notification) count once, so that the parts add up.
 */
export function criticalPath(last: SiteState, publishedAt: number, scannedAt: number, arrivalAt: (site: SiteState) => Arrival | undefined): readonly PropagationPart[] {
    const parts = new Map<string, PropagationPart>();
    let reached = publishedAt;
    const until = (time: number, kind: PropagationPart['kind'], { site: { code } }: SiteState): void => {
        const end = Math.min(Math.max(reached, time), scannedAt);
        const before = parts.get(`${kind} ${code}`)?.minutes ?? 0;
        if (end > reached) {
            parts.set(`${kind} ${code}`, { kind, site: code, minutes: before + end - reached });
        }
        reached = end;
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

/** Returns the sites from the top site down to the given one. */
function pathTo(last: SiteState): readonly SiteState[] {
    const path = [last];
    for (let site = last; !site.isRoot && site.parent; site = site.parent) {
        path.unshift(site.parent);
    }
    return path;
}
