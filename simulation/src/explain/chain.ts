import type { TraceEntry } from '../trace/entry.js';

/**
 * Returns the entries that led to one, and the entry itself last: its cause, the reason why it failed, and in turn the entries that led to
 * those. Of repeated attempts that failed for the same reason, only the first and the last are included. The trace must be complete from
 * its start, because ids are indexes into it.
 */
export function chainTo(trace: readonly TraceEntry[], id: number): readonly TraceEntry[] {
    const found = new Set<TraceEntry>();
    const pending = [trace[id]];
    for (let entry = pending.pop(); entry; entry = pending.pop()) {
        if (!found.has(entry)) {
            found.add(entry);
            pending.push(trace[entry.because ?? -1], trace[causeBeforeRetries(trace, entry) ?? -1]);
            pending.splice(0, pending.length, ...pending.filter(each => each !== undefined));
        }
    }
    return [...found].sort((a, b) => a.id - b.id);
}

/** Returns the cause of an entry; for a retry, the first failure of the series. */
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
