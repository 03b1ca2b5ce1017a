import { logLine, type TraceEntry } from '@sup/simulation';
import type { Paint } from './paint.js';
import { visible } from './visible.js';

/** A line of a run's log for a terminal, colored by its severity. */
export function logText(entry: TraceEntry, paint: Paint): string {
    const line = visible(logLine(entry));
    switch (entry.severity) {
        case 'information': return line;
        case 'warning': return paint('yellow', line);
        case 'error': return paint('red', line);
    }
}
