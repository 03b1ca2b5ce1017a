import type { Assumptions, Link } from '@sup/model';

const minutesOfDay = 24 * 60;

/** The state of the connection of a site to its parent during the simulation. */
export interface LinkState {
    readonly plan: Link | undefined;
    isUp: boolean;
    /** Callbacks that send the files that wait for the link. */
    readonly waiting: (() => void)[];
    /** The number of interruptions so far. Files in transit during an interruption are sent again. */
    interruptions: number;
    /** Megabytes of metadata that WSUS servers pulled and the senders carried. */
    metadataMegabytes: number;
    /** Megabytes of scans of clients against the parent's software update point. */
    scanMegabytes: number;
}

export function createLink(plan: Link | undefined): LinkState {
    return { plan, isUp: true, waiting: [], interruptions: 0, metadataMegabytes: 0, scanMegabytes: 0 };
}

/**
 * The minutes that a transfer takes, from the bandwidth and the latency of its round trips. A bandwidth that the plan does not state counts
 * as unlimited.
 */
export function transferMinutes(plan: Link | undefined, megabytes: number, assumed: Assumptions): number {
    const seconds = plan?.bandwidth ? megabytes * 8_000 / plan.bandwidth : 0;
    const waits = (plan?.latency ?? 0) / 1000 * megabytes * assumed.roundTrips;
    return Math.ceil((seconds + waits) / 60);
}

/**
 * The time at which a file that is sent between sites arrives. Senders respect the schedule of the address, which `open` declares; WSUS and
 * clients, which use HTTP, do not. Source: "Track software update synchronization" (Configuration Manager documentation, later version).
 */
export function arrivalOf(plan: Link | undefined, start: number, minutes: number): number {
    const window = plan?.open;
    if (!window || window.from === window.to) {
        return start + minutes;
    }
    const length = (window.to - window.from + minutesOfDay) % minutesOfDay;
    const since = (((start - window.from) % minutesOfDay) + minutesOfDay) % minutesOfDay;
    const isOpen = since < length;
    const begin = isOpen ? start : start - since + minutesOfDay;
    const left = isOpen ? length - since : length;
    if (minutes <= left) {
        return begin + minutes;
    }
    // The rest of the transfer continues when the window opens again.
    const rest = minutes - left;
    const days = Math.ceil(rest / length);
    return begin + left - length + days * minutesOfDay + (rest - (days - 1) * length);
}
