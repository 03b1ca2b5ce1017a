import { durationText } from '@sup/model';
import type { ClientGroupState } from '../world/state.js';

/** Less than this is usual for a link that carries scans. */
const leastMinutes = 60;

/** A sentence about the link that the scans of clients cross, if it has been full for long: their scans wait then, and nothing fails. Empty otherwise. */
export function fullLinkText({ on, located: { site, active, link } }: ClientGroupState, time: number): string {
    const minutes = on === 'intranet' && !active && site.link?.bandwidth ? Math.floor(link.transfers.busyMinutesAt(time)) : 0;
    return minutes < leastMinutes ? '' : ` Their scans wait for the link of ${site.code}, which was full for ${durationText(minutes)}.`;
}
