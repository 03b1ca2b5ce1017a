import { durationText } from '@sup/model';
import type { ClientGroupState } from '../world/state.js';

/** A link that carries scans is often full for less than this. */
const leastMinutes = 60;

/** Names the link that the scans of clients cross, if it has been full for long: the scans then wait, and nothing fails. Empty otherwise. */
export function fullLinkText({ on, located: { site, active, link } }: ClientGroupState, time: number): string {
    const minutes = on === 'intranet' && !active && site.link?.bandwidth ? Math.floor(link.transfers.busyMinutesAt(time)) : 0;
    return minutes < leastMinutes ? '' : ` Their scans wait for the link of ${site.code}, which was full for ${durationText(minutes)}.`;
}
