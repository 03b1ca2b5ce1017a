import { lowerBound, type ModelElement, number, ownerOf } from '@sup/model';
import type { LogLine, LogPage, LogParams } from '@sup/protocol/server';
import { entryText, type TraceCollector, type TraceEntry } from '@sup/simulation';
import type { SceneParts } from './scene-parts.js';
import type { RunContext } from './play.js';

/** The maximum number of cached logs. To read a log that was evicted, the client plays the run again. */
const maxLogs = 6;
const maxPageLength = 500;

interface CachedLog {
    readonly collector: TraceCollector;
    readonly parts: SceneParts;
    /** The last filter and the entries that match it: scrolling requests many pages with the same filter. */
    filter: string | undefined;
    matches: readonly TraceEntry[];
}

/** The logs of the most recent runs, in pages. */
export class RunLogs {
    private readonly logs = new Map<number, CachedLog>();
    private lastRun = 0;

    /** Adds the log of a run and returns the number of the run. */
    add(collector: TraceCollector, { parts }: RunContext): number {
        this.logs.set(++this.lastRun, { collector, parts, filter: undefined, matches: [] });
        if (this.logs.size > maxLogs) {
            this.logs.delete(this.logs.keys().next().value!);
        }
        return this.lastRun;
    }

    /** A page of a log; undefined if the log was evicted. */
    page({ run, text, site, omitsInformation, from, count }: LogParams): LogPage | undefined {
        const log = this.logs.get(run);
        if (!log) {
            return undefined;
        }
        const filter = JSON.stringify([text, site, omitsInformation]);
        if (log.filter !== filter) {
            log.matches = applyFilter(log, text.trim().toLowerCase(), site, omitsInformation);
            log.filter = filter;
        }
        const start = 'line' in from ? from.line : firstAt(log.matches, from.minute);
        const first = Math.min(start, log.matches.length);
        const lines = log.matches.slice(first, first + Math.min(count, maxPageLength)).map(entry => lineOf(entry, log.parts));
        return { total: log.matches.length, from: first, lines: [...lines, ...truncationLine(log, first + lines.length)] };
    }
}

function applyFilter({ collector, parts }: CachedLog, text: string, site: string | undefined, omitsInformation: boolean): readonly TraceEntry[] {
    const part = site === undefined ? undefined : parts.part(site);
    const code = part?.element === 'site' ? part.code : undefined;
    const isWanted = (entry: TraceEntry): boolean => (site === undefined || entry.site === code) && (!omitsInformation || entry.severity !== 'information')
        && (text === '' || `${entry.site ?? ''} ${entry.component} ${entry.status ?? ''} ${entryText(entry.details)}`.toLowerCase().includes(text));
    return collector.entries.filter(isWanted);
}

/** The index of the first entry at or after a minute. Entries are sorted by time. */
function firstAt(entries: readonly TraceEntry[], minute: number): number {
    return lowerBound(entries, ({ time }) => time < minute);
}

function lineOf({ time, severity, component, status, details, site, elements }: TraceEntry, parts: SceneParts): LogLine {
    return { at: time, severity, component, status, text: entryText(details), site, part: elements.map(element => partOf(element, parts)).find(id => id !== undefined) };
}

/** The last line of a truncated log, which states how many lines are missing. */
function truncationLine({ collector: { dropped }, matches }: CachedLog, shown: number): readonly LogLine[] {
    return dropped === 0 || shown < matches.length ? [] : [{
        at: matches.at(-1)?.time ?? 0, severity: 'warning', component: 'Simulator', status: undefined, site: undefined, part: undefined, text: `The log is truncated here: ${number(dropped)} more lines were dropped.`
    }];
}

/** The id of the part of the scene that an element of the plan is, or belongs to. */
function partOf(element: ModelElement, parts: SceneParts): string | undefined {
    const owner = ownerOf(element);
    return owner && parts.idOf(owner.host ?? owner.site);
}
