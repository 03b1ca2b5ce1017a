import { entryText, momentText, type TraceEntry } from '@sup/simulation';
import type { Places } from '@sup/report';
import { visible } from '../visible.js';
import type { PlannedRun, RunFormat } from './run-format.js';

const headings = ['hierarchy', 'scenario', 'id', 'minute', 'time', 'site', 'component', 'status', 'severity', 'kind', 'text', 'cause', 'because', 'file', 'line', 'column'];

/** Runs for spreadsheets: comma-separated values (RFC 4180), a row for each trace entry. Lines and columns count from 1. */
export class CsvRuns implements RunFormat {
    constructor(private readonly places: Places) {}

    begin(): string {
        return row(headings);
    }

    entry(entry: TraceEntry, { label, scenario }: PlannedRun): string {
        const { id, time, site, component, status, severity, details, cause, because, elements: [nearest] } = entry;
        const place = nearest && this.places.of(nearest);
        const { line, character } = place?.range.start ?? {};
        return row([
            label, scenario.title, id, time, momentText(time), site, component, status, severity, details.kind, entryText(details), cause, because,
            place?.path, line === undefined ? undefined : line + 1, character === undefined ? undefined : character + 1
        ]);
    }
}

/** One record. It ends as RFC 4180 says, on every system. */
function row(cells: readonly (string | number | undefined)[]): string {
    return `${cells.map(cell => typeof cell === 'string' ? textCell(cell) : cell ?? '').join(',')}\r\n`;
}

/** What spreadsheets take for the beginning of a formula, in the forms of full width too, also behind spaces. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A text that is none for a spreadsheet either: a plan from somebody else could make it do things. An apostrophe keeps it a text. */
function textCell(text: string): string {
    const shown = visible(text);
    const harmless = formula.test(shown) ? `'${shown}` : shown;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
