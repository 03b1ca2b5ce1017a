import type { TraceEntry } from '../trace/entry.js';

/**
 * Returns the entries that led to one, and the entry itself last: its cause, the reason why it failed, and in turn the entries that led to
 * those. Of repeated attempts that failed for the same reason, only the first and the last are included, the first with their number. The trace
 * must be complete from its start, because ids are indexes into it.
 */
export function chainTo(trace: readonly TraceEntry[], id: number): readonly TraceEntry[] {
    const found = new Set<TraceEntry>();
    const attempts = new Map<TraceEntry, number>();
    const pending = [trace[id]];
    for (let entry = pending.pop(); entry; entry = pending.pop()) {
        if (!found.has(entry)) {
            found.add(entry);
            const { cause, count } = causeBeforeRetries(trace, entry);
            const before = trace[cause ?? -1];
            if (before && count > 2) {
                attempts.set(before, count);
            }
            pending.push(trace[entry.because ?? -1], before);
            pending.splice(0, pending.length, ...pending.filter(each => each !== undefined));
        }
    }
    return [...found].sort((a, b) => a.id - b.id).map(entry => withAttempts(entry, attempts.get(entry)));
}

function withAttempts(entry: TraceEntry, attempts: number | undefined): TraceEntry {
    const { details } = entry;
    return attempts !== undefined && details.kind === 'sync-failed' ? { ...entry, details: { ...details, attempts } } : entry;
}

/** Returns the cause of an entry; for a retry, the first failure of the series, and the number of attempts up to the retry. */
function causeBeforeRetries(trace: readonly TraceEntry[], entry: TraceEntry): { readonly cause: number | undefined; readonly count: number } {
    const last = trace[entry.cause ?? -1];
    if (!last || !isRetry(entry)) {
        return { cause: entry.cause, count: 1 };
    }
    let first = last;
    let count = 2;
    for (let attempt = startOf(trace, first); attempt && isRetry(attempt); attempt = startOf(trace, first)) {
        const earlier = trace[attempt.cause ?? -1];
        if (!earlier || reasonOf(earlier) !== reasonOf(last)) {
            break;
        }
        first = earlier;
        count++;
    }
    return { cause: first.id, count };
}

/** The start of the run that an entry ended. */
function startOf(trace: readonly TraceEntry[], end: TraceEntry): TraceEntry | undefined {
    let entry = trace[end.cause ?? -1];
    while (entry && entry.details.kind !== 'sync-started' && entry.site === end.site) {
        entry = trace[entry.cause ?? -1];
    }
    return entry;
}

function isRetry({ details }: TraceEntry): boolean {
    return details.kind === 'sync-started' && details.by === 'retry';
}

function reasonOf({ details }: TraceEntry): string | undefined {
    return details.kind === 'sync-failed' || details.kind === 'sync-lost' ? `${details.obstacle.kind} ${details.obstacle.subject}` : undefined;
}
