import { entryText, momentText, type TraceEntry } from '@sup/simulation';
import type { ReportLocations } from '@sup/report';
import { withoutLogCommands } from '@sup/model';
import { visible } from '../visible.js';
import type { PlannedRun, RunFormat } from './run-format.js';

const headings = ['hierarchy', 'scenario', 'id', 'minute', 'time', 'site', 'component', 'status', 'severity', 'kind', 'text', 'cause', 'because', 'file', 'line', 'column'];

/** Runs as comma-separated values (RFC 4180), with one record for each trace entry. Lines and columns count from 1. */
export class CsvRuns implements RunFormat {
    constructor(private readonly places: ReportLocations) {}

    header(): string {
        return record(headings);
    }

    entry(entry: TraceEntry, { label, scenario }: PlannedRun): string {
        const { id, time, site, component, status, severity, details, cause, because, elements: [nearest] } = entry;
        const place = nearest && this.places.of(nearest);
        const { line, character } = place?.range.start ?? {};
        return record([
            label, scenario.title, id, time, momentText(time), site, component, status, severity, details.kind, entryText(details), cause, because,
            place?.path, line === undefined ? undefined : line + 1, character === undefined ? undefined : character + 1
        ]);
    }
}

/** One record, with the line break that RFC 4180 requires, on every system. */
function record(cells: readonly (string | number | undefined)[]): string {
    return `${cells.map(cell => typeof cell === 'string' ? textCell(cell) : cell ?? '').join(',')}\r\n`;
}

/** Matches texts that spreadsheets interpret as formulas, including full-width characters and leading spaces. */
const formulaStart = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A text cell. A leading apostrophe keeps spreadsheets from running a formula that an untrusted plan contains. */
function textCell(text: string): string {
    const shown = withoutLogCommands(visible(text));
    const safe = formulaStart.test(shown) ? `'${shown}` : shown;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
