import type { Observer } from '../world/world.js';
import type { TraceEntry } from './entry.js';

/**
 * Collects a trace up to a limit: that of a long run of a large hierarchy would exceed the memory. The default keeps a run that fails every
 * minute for ten years below 300 MB.
 */
export class TraceCollector implements Observer {
    readonly entries: TraceEntry[] = [];
    /** The number of entries above the limit. */
    dropped = 0;

    constructor(private readonly limit = 60_000) {}

    observe(entry: TraceEntry): void {
        if (this.entries.length < this.limit) {
            this.entries.push(copyOf(entry));
        } else {
            this.dropped++;
        }
    }
}

/** A copy, because V8 allocates all later entries of a run among the long-lived objects if the first ones live on. */
function copyOf(entry: TraceEntry): TraceEntry {
    const { details, elements } = entry;
    const copied = 'obstacle' in details ? { ...details, obstacle: { ...details.obstacle, elements: [...details.obstacle.elements] } } : { ...details };
    return { ...entry, details: copied, elements: [...elements] };
}
