import type { Assumptions, Link } from '@sup/model';

const minutesOfDay = 24 * 60;

/** The connection of a site to its parent, while the simulation runs. */
export interface LinkState {
    readonly plan: Link | undefined;
    isUp: boolean;
    /** Files that wait for the link to come back. */
    readonly waiting: (() => void)[];
    /** Counts interruptions: what was on its way when one happened is sent again. */
    interruptions: number;
    /** Metadata that WSUS servers pulled and the senders carried. */
    metadataMegabytes: number;
    /** What clients moved that scanned against the parent's software update point. */
    scanMegabytes: number;
}

export function createLink(plan: Link | undefined): LinkState {
    return { plan, isUp: true, waiting: [], interruptions: 0, metadataMegabytes: 0, scanMegabytes: 0 };
}

/**
 * The minutes that a transfer takes: by bandwidth, and by the latency of the answers it waits for. Without a bandwidth in the plan,
 * it takes none.
 */
export function transferMinutes(plan: Link | undefined, megabytes: number, assumed: Assumptions): number {
    const seconds = plan?.bandwidth ? megabytes * 8_000 / plan.bandwidth : 0;
    const waits = (plan?.latency ?? 0) / 1000 * megabytes * assumed.roundTrips;
    return Math.ceil((seconds + waits) / 60);
}

/**
 * When a file has arrived that is sent between sites. Senders respect the schedule of the address, which is what `open` says; WSUS
 * and clients, which use HTTP, do not. Source: "Track software update synchronization" (Configuration Manager documentation, later version).
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
    // What does not fit goes on when the window opens again.
    const rest = minutes - left;
    const days = Math.ceil(rest / length);
    return begin + left - length + days * minutesOfDay + (rest - (days - 1) * length);
}
