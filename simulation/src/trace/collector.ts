import type { Observer } from '../world/world.js';
import type { TraceEntry } from './entry.js';

/** Keeps a trace, or its first part: a long run of a large hierarchy says more than memory holds. */
export class TraceCollector implements Observer {
    readonly entries: TraceEntry[] = [];
    /** Entries that were left out. */
    dropped = 0;

    constructor(private readonly limit = 1_000_000) {}

    observe(entry: TraceEntry): void {
        if (this.entries.length < this.limit) {
            this.entries.push(entry);
        } else {
            this.dropped++;
        }
    }
}
