/** The scans that a server completes per minute, and those that may wait for it. */
export interface ServerCapacity {
    readonly rate: number;
    readonly limit: number;
}

/**
 * The scans that a WSUS server works on. It completes a fixed number of scans per minute, in the order in which they start, and refuses scans
 * once too many wait.
 */
export class ServerQueue {
    /** The minute at which the server has done all work so far. */
    private freeAt = 0;
    /** Scans that the server has refused. */
    refused = 0;

    /**
     * Accepts scans that start evenly from one minute to another, or as many of them as the queue has room for. Returns their number and the
     * time at which the last is done. The rate is in scans per minute, and the limit is the number of scans that may wait.
     */
    accept(scans: number, from: number, to: number, { rate, limit }: ServerCapacity): { readonly accepted: number; readonly end: number } {
        const start = Math.max(this.freeAt, from);
        const waiting = Math.max(0, Math.ceil((start - to) * rate + scans - 1e-6));
        const accepted = scans - Math.min(scans, Math.max(0, waiting - limit));
        this.refused += scans - accepted;
        this.freeAt = accepted > 0 ? start + accepted / rate : this.freeAt;
        return { accepted, end: Math.max(to, accepted > 0 ? this.freeAt : to) };
    }

    /** Drops the work that has not been done, as when the server goes down. */
    clear(time: number): void {
        this.freeAt = Math.min(this.freeAt, time);
    }
}
