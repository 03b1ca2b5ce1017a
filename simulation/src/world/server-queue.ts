/** The scans that a server completes per minute, and those that may wait for it. */
export interface ServerCapacity {
    readonly rate: number;
    readonly limit: number;
}

/** A change of the load from a minute on. A load of 1 is the full capacity of the server. */
interface LoadChange {
    readonly minute: number;
    load: number;
}

/** The state of the server at a minute: the work that waits, in minutes, and the work that arrives each minute. */
interface Moment {
    readonly minute: number;
    readonly waiting: number;
    readonly load: number;
}

/**
 * The scans that a WSUS server works on, as a fluid: work arrives evenly while the clients of a part start, and the server completes a fixed number of scans
 * per minute, in the order in which they start. It refuses scans while too many wait. Only future changes of the load are stored.
 */
export class ServerQueue {
    /** Scans that the server has refused. */
    refused = 0;
    private now: Moment = { minute: 0, waiting: 0, load: 0 };
    private changes: LoadChange[] = [];

    /**
     * Accepts scans that start evenly from one minute to another, or as many of them as the queue has room for. Returns their number and the
     * time at which the last is done. The rate is in scans per minute, and the limit is the number of scans that may wait. Times never decrease
     * from call to call.
     */
    accept(scans: number, from: number, to: number, { rate, limit }: ServerCapacity): { readonly accepted: number; readonly end: number } {
        this.advance(from);
        const most = limit / rate;
        const load = to > from ? scans / rate / (to - from) : 0;
        const excess = to > from ? this.project(to, load, most).excess : this.now.waiting + scans / rate - most;
        const accepted = scans - Math.min(scans, Math.max(0, Math.ceil(excess * rate - 1e-6)));
        this.refused += scans - accepted;
        if (accepted === 0) {
            return { accepted, end: to };
        }
        if (to > from) {
            const share = load * accepted / scans;
            const { waiting } = this.project(to, share, Infinity);
            this.change(from, share);
            this.change(to, -share);
            return { accepted, end: to + waiting };
        }
        this.now = { ...this.now, waiting: this.now.waiting + accepted / rate };
        return { accepted, end: to + this.now.waiting };
    }

    /** Drops the work that has not been done, as when the server goes down. */
    clear(time: number): void {
        this.now = { minute: Math.max(time, this.now.minute), waiting: 0, load: 0 };
        this.changes = [];
    }

    private advance(time: number): void {
        let i = 0;
        for (; i < this.changes.length && this.changes[i]!.minute <= time; i++) {
            this.now = changed(after(this.now, this.changes[i]!.minute), this.changes[i]!);
        }
        this.changes.splice(0, i);
        this.now = after(this.now, time);
    }

    /** The work that waits at a later minute if more arrives until then, and the part of it that has no room. */
    private project(to: number, more: number, most: number): { readonly waiting: number; readonly excess: number } {
        let at: Moment = { ...this.now, load: this.now.load + more };
        let excess = 0;
        const move = (minute: number): void => {
            at = after(at, minute);
            const over = Math.min(Math.max(0, at.waiting - most), more * (minute - this.now.minute) - excess);
            if (over > 0) {
                excess += over;
                at = { ...at, waiting: at.waiting - over };
            }
        };
        for (const change of this.changes) {
            if (change.minute >= to) {
                break;
            }
            move(change.minute);
            at = changed(at, change);
        }
        move(to);
        return { waiting: at.waiting, excess };
    }

    private change(minute: number, load: number): void {
        if (minute <= this.now.minute) {
            this.now = { ...this.now, load: this.now.load + load };
            return;
        }
        let at = this.changes.length;
        while (at > 0 && this.changes[at - 1]!.minute > minute) {
            at--;
        }
        if (this.changes[at - 1]?.minute === minute) {
            this.changes[at - 1]!.load += load;
        } else {
            this.changes.splice(at, 0, { minute, load });
        }
    }
}

/** The state after some minutes in which the load does not change. */
function after({ minute, waiting, load }: Moment, later: number): Moment {
    return { minute: later, waiting: Math.max(0, waiting + (load - 1) * (later - minute)), load };
}

function changed(at: Moment, { load }: LoadChange): Moment {
    // Loads that have ended leave rounding errors.
    const sum = at.load + load;
    return { ...at, load: Math.abs(sum) < 1e-9 ? 0 : sum };
}
