import type { TraceEntry } from '../trace/entry.js';

/**
 * The entries that led to one, itself last: what asked for it, what made it fail, and what led to those. Of repeated attempts that
 * failed for the same reason only the first and the last are kept. Needs a trace from its beginning: ids are places in it.
 */
export function chainTo(trace: readonly TraceEntry[], id: number): readonly TraceEntry[] {
    const found = new Set<TraceEntry>();
    const open = [trace[id]];
    for (let entry = open.pop(); entry; entry = open.pop()) {
        if (!found.has(entry)) {
            found.add(entry);
            open.push(trace[entry.because ?? -1], trace[causeBeforeRetries(trace, entry) ?? -1]);
            open.splice(0, open.length, ...open.filter(each => each !== undefined));
        }
    }
    return [...found].sort((a, b) => a.id - b.id);
}

/** The cause of an entry; of an attempt that repeats earlier ones, the first failure of the series. */
function causeBeforeRetries(trace: readonly TraceEntry[], entry: TraceEntry): number | undefined {
    const last = trace[entry.cause ?? -1];
    if (!last || !isRetry(entry)) {
        return entry.cause;
    }
    let first = last;
    for (let attempt = trace[first.cause ?? -1]; attempt && isRetry(attempt); attempt = trace[first.cause ?? -1]) {
        const earlier = trace[attempt.cause ?? -1];
        if (!earlier || reasonOf(earlier) !== reasonOf(last)) {
            break;
        }
        first = earlier;
    }
    return first.id;
}

function isRetry({ details }: TraceEntry): boolean {
    return details.kind === 'sync-started' && details.by === 'retry';
}

function reasonOf({ details }: TraceEntry): string | undefined {
    return details.kind === 'sync-failed' || details.kind === 'sync-lost' ? `${details.obstacle.kind} ${details.obstacle.subject}` : undefined;
}
