import type { Assumptions } from '../assumptions.js';
import { dayMinutes } from '../durations.js';
import type { Hierarchy, Site } from '../hierarchy.js';
import { windowPositionAt } from '../link-window.js';
import { synchronizationRootAbove } from '../queries/synchronization.js';
import { ancestorsOf, parentOf } from '../queries/tree.js';
import { internetUpdatePointsOf } from '../queries/update-points.js';
import { scheduleIntervalOf } from '../schedule-interval.js';

/**
 * The cost of a replica whose link is closed when its parent has synchronized. Until the link opens, the replica is behind its parent, and clients whose
 * policy already names the new version scan against the parent's software update point instead: a first scan there, and one when they return.
 */
export interface WindowGap {
    /** The minutes after a synchronization of the parent until the notification is sent, at most. */
    readonly behindMinutes: number;
    readonly clientsPerDay: number;
    readonly megabytesPerDay: number;
}

/** The gap of the link of a site; undefined if it is open whenever the parent has synchronized on schedule. */
export function windowGap(hierarchy: Hierarchy, site: Site, clients: number, assumed: Assumptions): WindowGap | undefined {
    const root = synchronizationRootAbove(hierarchy, site);
    const schedule = root?.synchronizations[0]?.schedule;
    const sentAt = root && schedule && schedule.kind !== 'manual' && !(schedule.kind === 'every' && schedule.unit === 'hour') ? notifiedAt(hierarchy, site, root, schedule.at ?? 0, assumed) : undefined;
    const position = windowPositionAt(site.link, sentAt ?? 0);
    if (!position) {
        return undefined;
    }
    const { length, since } = position;
    const behindMinutes = sentAt === undefined ? dayMinutes - length : since < length ? 0 : dayMinutes - since;
    const perDay = dayMinutes / Math.max(scheduleIntervalOf(schedule) ?? assumed.publishInterval, assumed.publishInterval);
    const clientsPerDay = Math.min(clients, clients * behindMinutes / assumed.scanInterval * perDay);
    return behindMinutes === 0 ? undefined : { behindMinutes, clientsPerDay, megabytesPerDay: 2 * clientsPerDay * assumed.firstScanSize };
}

/** The minute at which the parent of a site notifies it after a synchronization that starts at a time; undefined if windows of other links delay it. */
function notifiedAt(hierarchy: Hierarchy, site: Site, root: Site, start: number, assumed: Assumptions): number | undefined {
    const between = ancestorsOf(hierarchy, site).filter(each => each !== root && ancestorsOf(hierarchy, each).includes(root));
    if (!parentOf(hierarchy, site) || between.some(({ link }) => link?.open)) {
        return undefined;
    }
    const { fullSynchronization, settlingTime, notificationDelay, childSynchronization } = assumed;
    const onInternet = [root, ...between].filter(each => internetUpdatePointsOf(each).some(({ source }) => source !== 'none')).length;
    return start + fullSynchronization + settlingTime + between.length * (notificationDelay + childSynchronization + settlingTime) + onInternet * childSynchronization;
}
