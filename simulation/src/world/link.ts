import { type Assumptions, dayMinutes, latencyMinutes as minutesOfLatency, type Link, megabytesPerMinute, transmissionMinutes as minutesOfTransmission, windowPositionAt } from '@sup/model';
import { LinkTransfers } from './link-transfers.js';

/** The state of the connection of a site to its parent during the simulation. */
export interface LinkState {
    readonly plan: Link | undefined;
    isUp: boolean;
    /** The data on its way, and the amounts that have arrived. */
    readonly transfers: LinkTransfers;
    /** The number of the next scheduled change of the transfers; earlier ones are obsolete. */
    transferChange: number;
    /** Sends the notification that waits for the link or for a site server. */
    waiting: (() => void) | undefined;
    /** The number of interruptions so far. Files in transit during an interruption are sent again. */
    interruptions: number;
    /** The content version of the objects that the senders are transferring to the site; undefined if there are none. */
    sending: number | undefined;
    /** The time at which the link last came up. */
    upSince: number;
    /** The trace entry of the warning that clients request more than the link can carry, if it has been reported. */
    overloadEntry: number | undefined;
}

export function createLink(plan: Link | undefined, { scanStreams }: Assumptions): LinkState {
    return {
        plan, isUp: true, transfers: new LinkTransfers(plan?.bandwidth ? megabytesPerMinute(plan.bandwidth) : Infinity, scanStreams), transferChange: 0,
        waiting: undefined, interruptions: 0, sending: undefined, upSince: -Infinity, overloadEntry: undefined
    };
}

/** The megabytes that have arrived over a link by a time: of scans, and of metadata that WSUS fetched or the senders carried. */
export function trafficOf({ transfers }: LinkState, time: number): { readonly scanMegabytes: number; readonly metadataMegabytes: number } {
    const { scans, metadata, objects } = transfers.carriedAt(time);
    return { scanMegabytes: scans, metadataMegabytes: metadata + objects };
}

/** The minutes that one transfer takes with the whole bandwidth. A bandwidth that the plan does not state counts as unlimited. */
export function transmissionMinutes(plan: Link | undefined, megabytes: number): number {
    return plan?.bandwidth ? minutesOfTransmission(megabytes, plan.bandwidth) : 0;
}

/** The minutes that the round trips of a transfer take, in which it does not use the bandwidth. */
export function latencyMinutes(plan: Link | undefined, megabytes: number, { roundTrips }: Assumptions): number {
    return minutesOfLatency(megabytes, plan?.latency ?? 0, roundTrips);
}

/** Whether the senders may use a link at a time of the run, and the next time at which this changes. */
export function sendingWindow(plan: Link | undefined, time: number): { readonly isOpen: boolean; readonly until: number } {
    const position = windowPositionAt(plan, time);
    if (!position) {
        return { isOpen: true, until: Infinity };
    }
    const { length, since } = position;
    return { isOpen: since < length, until: time - since + (since < length ? length : dayMinutes) };
}

/**
 * The time at which a file that is sent between sites arrives. Senders respect the schedule of the address, which `open` declares; WSUS and
 * clients, which use HTTP, do not. Source: "Track software update synchronization" (Configuration Manager documentation, later version).
 */
export function arrivalOf(plan: Link | undefined, start: number, minutes: number): number {
    const position = windowPositionAt(plan, start);
    if (!position) {
        return start + minutes;
    }
    const { length, since } = position;
    const isOpen = since < length;
    const begin = isOpen ? start : start - since + dayMinutes;
    const left = isOpen ? length - since : length;
    if (minutes <= left) {
        return begin + minutes;
    }
    // The rest of the transfer continues when the window opens again.
    const rest = minutes - left;
    const days = Math.ceil(rest / length);
    return begin + left - length + days * dayMinutes + (rest - (days - 1) * length);
}
