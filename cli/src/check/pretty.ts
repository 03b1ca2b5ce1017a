import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '@sup/language';
import { type Paint, painter } from '../paint.js';
import { columnsOf, visible } from '../visible.js';
import type { CheckedFile, Counts, Finding, Report } from './report.js';

/** Of a line that is longer, so much is shown around what is underlined. */
const longest = 120;
const before = 40;

const styles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const satisfies Record<Severity, string>;

/** The report for people. Lines and columns count from 1. */
export function pretty(report: Report, coloured: boolean): string {
    const paint = painter(coloured);
    const files = report.files.filter(file => file.findings.length > 0).map(file => fileBlock(file, paint));
    return [...files, `${summary(report)}\n`, ...acceptedBlock(report, paint)].join('\n');
}

function fileBlock(file: CheckedFile, paint: Paint): string {
    const width = (texts: string[]): number => Math.max(...texts.map(text => text.length));
    const places = width(file.findings.map(place));
    const severities = width(file.findings.map(finding => finding.severity));
    const lines = file.findings.flatMap(finding => [
        `  ${place(finding).padStart(places)}  ${paint(styles[finding.severity], finding.severity.padEnd(severities))}  ${visible(finding.message)}  ${paint('dim', finding.rule)}`,
        ...excerpt(file, finding, paint).map(line => `  ${' '.repeat(places)}  ${line}`),
        ...finding.related.map(related => `  ${' '.repeat(places)}  ${paint('dim', `${visible(related.path)}:${place(related)}`)} ${visible(related.message)}`)
    ]);
    return `${paint('underline', visible(file.path))}\n${lines.join('\n')}\n`;
}

function place({ range: { start } }: { readonly range: Range }): string {
    return `${start.line + 1}:${start.character + 1}`;
}

/** The line that a finding begins on, and under it what the finding is about. */
function excerpt(file: CheckedFile, { range: { start, end }, severity }: Finding, paint: Paint): readonly string[] {
    const line = file.lineAt(start.line);
    const indent = line.search(/\S/);
    if (indent < 0) {
        return [];
    }
    const from = Math.min(start.character, line.length > longest ? Math.max(indent, start.character - before) : indent);
    const to = Math.min(line.length, from + longest);
    const until = end.line === start.line ? Math.min(end.character, to) : to;
    const lead = `${from > indent ? '…' : ''}${visible(line.slice(from, start.character))}`;
    const marked = visible(line.slice(start.character, until));
    const rest = `${visible(line.slice(until, to))}${to < line.length ? '…' : ''}`;
    return [
        `${paint('dim', '|')} ${lead}${marked}${rest}`,
        `${paint('dim', '|')} ${' '.repeat(columnsOf(lead))}${paint(styles[severity], '^'.repeat(Math.max(1, columnsOf(marked))))}`
    ];
}

function summary({ counts, files }: Report): string {
    const found = (Object.keys(counts) as Severity[]).filter(severity => counts[severity] > 0).map(severity => numbered(counts[severity], severity));
    return `${found.length > 0 ? found.join(', ') : 'No findings'} in ${files.length === 1 ? '1 file' : `${files.length} files`}.`;
}

function numbered(count: Counts[Severity], severity: Severity): string {
    return `${count} ${severity}${count === 1 || severity === 'information' ? '' : 's'}`;
}

function acceptedBlock({ files }: Report, paint: Paint): readonly string[] {
    const lines = files.flatMap(file => file.accepted.map(({ rule, reason, until, range, count }) =>
        `  ${visible(file.path)}:${range.start.line + 1}  ${visible(rule)}${until === undefined ? '' : ` until ${until}`}${count === 0 ? ' (accepts nothing)' : ''}: ${visible(reason)}`));
    return lines.length === 0 ? [] : [`${paint('underline', 'Accepted risks')}\n${lines.join('\n')}\n`];
}
