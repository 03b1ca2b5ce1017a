/** The kinds of traffic on a link: scans of clients, metadata that WSUS fetches, and objects of the site database. */
export type Traffic = 'scans' | 'metadata' | 'objects';

/** Data on its way over a link. */
export interface Flow {
    readonly traffic: Traffic;
    /** The connections that it uses: clients that scan, otherwise 1. */
    readonly connections: number;
    /** All megabytes of the flow. */
    readonly total: number;
    /** The megabytes that have not arrived yet. */
    left: number;
    /** Called with the time at which the last byte arrived, which can be within a minute. */
    readonly arrive: (end: number) => void;
}

/** Differences below this are rounding errors of the arithmetic. */
const tolerance = 1e-6;

/** The first whole minute that is not before a time. */
export function minuteAfter(time: number): number {
    return Math.max(0, Math.ceil(time - tolerance));
}

/**
 * The transfers over a link, which share its bandwidth by the number of their connections. Scans count as one flow and are served in the order in
 * which they start. Senders pause while they may not send. Between two changes all rates are constant, so only changes take work.
 */
export class LinkTransfers {
    /** Megabytes that had arrived at the last change. */
    private readonly carried: Record<Traffic, number> = { scans: 0, metadata: 0, objects: 0 };
    /** Minutes in which the whole bandwidth was in use, up to the last change. */
    private busyMinutes = 0;
    /** Whether the senders of the sites may send now. */
    canSend = true;
    private at = 0;
    private readonly flows: Flow[] = [];
    private readonly scans: Flow[] = [];

    /** The bandwidth is in megabytes per minute; Infinity if the plan does not state it. At most `streams` scans transfer data at a time. */
    constructor(readonly bandwidth: number, private readonly streams: number) {}

    get hasObjects(): boolean {
        return this.flows.some(({ traffic }) => traffic === 'objects');
    }

    add(flow: Flow): void {
        (flow.traffic === 'scans' ? this.scans : this.flows).push(flow);
    }

    /** Stops a flow. The data that has arrived stays counted. */
    remove(flow: Flow): void {
        const queue = flow.traffic === 'scans' ? this.scans : this.flows;
        const index = queue.indexOf(flow);
        if (index >= 0) {
            queue.splice(index, 1);
        }
    }

    /** Moves data until the given time, and returns the flows that have ended with the times of their ends. */
    advance(time: number): readonly { readonly flow: Flow; readonly end: number }[] {
        const ended: { flow: Flow; end: number }[] = [];
        for (let active = this.active(); active.length > 0; active = this.active()) {
            const next = this.untilNext(active);
            const rest = Math.max(0, time - this.at);
            this.move(active, Math.min(next, rest));
            if (next > rest + 1e-9) {
                break;
            }
            const done = active.filter(isDone);
            if (done.length === 0) {
                break;
            }
            for (const flow of done) {
                this.carried[flow.traffic] += flow.left;
                flow.left = 0;
                this.remove(flow);
                ended.push({ flow, end: this.at });
            }
        }
        this.at = Math.max(this.at, time);
        return ended;
    }

    /** The time at which the next flow ends if nothing changes; undefined if nothing moves. */
    get nextEnd(): number | undefined {
        const active = this.active();
        return active.length > 0 ? this.at + this.untilNext(active) : undefined;
    }

    /** The megabytes that have arrived by a time, if nothing has changed since the last change. */
    carriedAt(time: number): Readonly<Record<Traffic, number>> {
        const active = this.active();
        const scans = this.scanConnections();
        const rate = this.rate(active, scans);
        const carried = { ...this.carried };
        for (const { traffic, left } of time > this.at ? active : []) {
            carried[traffic] += Math.min(left, rate * (traffic === 'scans' ? scans : 1) * (time - this.at));
        }
        return carried;
    }

    /** Minutes until a time in which the whole bandwidth was in use. */
    busyMinutesAt(time: number): number {
        return this.busyMinutes + Math.min(Math.max(0, time - this.at), Math.max(0, (this.nextEnd ?? this.at) - this.at));
    }

    private active(): readonly Flow[] {
        const first = this.scans[0];
        const others = this.canSend ? this.flows : this.flows.filter(({ traffic }) => traffic !== 'objects');
        return first ? [first, ...others] : others;
    }

    private untilNext(active: readonly Flow[]): number {
        if (this.bandwidth === Infinity) {
            return 0;
        }
        const scans = this.scanConnections();
        const rate = this.rate(active, scans);
        let least = Infinity;
        for (const { traffic, left } of active) {
            least = Math.min(least, left / rate / (traffic === 'scans' ? scans : 1));
        }
        return least;
    }

    private move(active: readonly Flow[], minutes: number): void {
        const scans = this.scanConnections();
        const rate = this.rate(active, scans);
        for (const flow of active) {
            const moved = this.bandwidth === Infinity ? flow.left : Math.min(flow.left, rate * (flow.traffic === 'scans' ? scans : 1) * minutes);
            flow.left -= moved;
            this.carried[flow.traffic] += moved;
        }
        this.busyMinutes += minutes;
        this.at += minutes;
    }

    /** The megabytes per minute of each connection. Scans that wait keep the connections of all scans in use. */
    private rate(active: readonly Flow[], scans: number): number {
        return this.bandwidth / (active[0]?.traffic === 'scans' ? active.length - 1 + scans : active.length);
    }

    /** The connections of the scans. */
    private scanConnections(): number {
        let sum = 0;
        for (const { connections, left, total } of this.scans) {
            sum += connections * left / total;
            if (sum >= this.streams) {
                return this.streams;
            }
        }
        return sum;
    }
}

function isDone({ left }: Flow): boolean {
    return left <= tolerance;
}
