import { type ModelElement, ownerOf } from '@sup/model';
import type { LogLine, LogPage, LogQuestion } from '@sup/protocol/server';
import { entryText, type TraceCollector, type TraceEntry } from '@sup/simulation';
import type { Parts } from './parts.js';
import type { Stage } from './play.js';

/** So many runs keep their logs. One that has gone is played again when somebody looks at it. */
const kept = 6;
const longestPage = 500;

interface KeptLog {
    readonly collector: TraceCollector;
    readonly parts: Parts;
    /** The last filter and what it left: whoever scrolls asks with the same again and again. */
    filter: string | undefined;
    left: readonly TraceEntry[];
}

/** The logs of the runs that were played last, to be read page by page. */
export class RunLogs {
    private readonly logs = new Map<number, KeptLog>();
    private number = 0;

    /** Keeps what a run has told, and gives it a number. */
    keep(collector: TraceCollector, { parts }: Stage): number {
        this.logs.set(++this.number, { collector, parts, filter: undefined, left: [] });
        if (this.logs.size > kept) {
            this.logs.delete(this.logs.keys().next().value!);
        }
        return this.number;
    }

    /** A page of a log; undefined where it is not kept any longer. */
    page({ run, text, site, isTroubleOnly, from, count }: LogQuestion): LogPage | undefined {
        const log = this.logs.get(run);
        if (!log) {
            return undefined;
        }
        const filter = JSON.stringify([text, site, isTroubleOnly]);
        if (log.filter !== filter) {
            log.left = filtered(log, text.trim().toLowerCase(), site, isTroubleOnly);
            log.filter = filter;
        }
        const start = 'line' in from ? from.line : firstAt(log.left, from.minute);
        const first = Math.min(start, log.left.length);
        const lines = log.left.slice(first, first + Math.min(count, longestPage)).map(entry => lineOf(entry, log.parts));
        return { total: log.left.length, from: first, lines: [...lines, ...endOf(log, first + lines.length)] };
    }
}

function filtered({ collector, parts }: KeptLog, text: string, site: string | undefined, isTroubleOnly: boolean): readonly TraceEntry[] {
    const part = site === undefined ? undefined : parts.part(site);
    const code = part?.element === 'site' ? part.code : undefined;
    const isWanted = (entry: TraceEntry): boolean => (site === undefined || entry.site === code) && (!isTroubleOnly || entry.severity !== 'information')
        && (text === '' || `${entry.site ?? ''} ${entry.component} ${entry.status ?? ''} ${entryText(entry.details)}`.toLowerCase().includes(text));
    return collector.entries.filter(isWanted);
}

/** The index of the first entry at or after a minute. They are in the order of time. */
function firstAt(entries: readonly TraceEntry[], minute: number): number {
    let [low, high] = [0, entries.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (entries[middle]!.time < minute) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

function lineOf({ time, severity, component, status, details, site, elements }: TraceEntry, parts: Parts): LogLine {
    return { at: time, severity, component, status, text: entryText(details), site, part: elements.map(element => partOf(element, parts)).find(id => id !== undefined) };
}

/** A log that was cut says so where it ends. */
function endOf({ collector: { dropped }, left }: KeptLog, shown: number): readonly LogLine[] {
    return dropped === 0 || shown < left.length ? [] : [{
        at: left.at(-1)?.time ?? 0, severity: 'warning', component: 'Simulator', status: undefined, site: undefined, part: undefined, text: `The log ends here: ${dropped} more lines are not kept.`
    }];
}

/** The part of the scene that an element of the plan is, or belongs to. */
function partOf(element: ModelElement, parts: Parts): string | undefined {
    const owner = ownerOf(element);
    return owner && parts.idOf(owner.host ?? owner.site);
}
