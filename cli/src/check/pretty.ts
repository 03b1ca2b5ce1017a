import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '@sup/language';
import { counted, number, withoutLogCommands } from '@sup/model';
import { type Paint, painter } from '../paint.js';
import { columnsOf, visible } from '../visible.js';
import type { CheckedFile, CheckFinding, CheckReport, Counts } from './report.js';

/** Longer lines are cut to this length, with some text before the underlined part as context. */
const maxLineLength = 120;
const contextLength = 40;

export const severityStyles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan' } as const satisfies Record<Severity, string>;

/** The report for people. Lines and columns count from 1. */
export function pretty(report: CheckReport, colored: boolean): string {
    const paint = painter(colored);
    const files = report.files.filter(file => file.findings.length > 0).map(file => fileBlock(file, paint));
    return withoutLogCommands([...files, `${summary(report)}\n${hint(report)}`, ...acceptedBlock(report, paint), ...unknownBlock(report, paint)].join('\n'));
}

export function fileBlock(file: CheckedFile, paint: Paint): string {
    const width = (texts: string[]): number => Math.max(...texts.map(text => text.length));
    const positions = width(file.findings.map(positionText));
    const severities = width(file.findings.map(finding => finding.severity));
    const lines = file.findings.flatMap(finding => [
        `  ${positionText(finding).padStart(positions)}  ${paint(severityStyles[finding.severity], finding.severity.padEnd(severities))}  ${visible(finding.message)}  ${paint('dim', finding.rule)}`,
        ...excerpt(file, finding, paint).map(line => `  ${' '.repeat(positions)}  ${line}`),
        ...finding.related.map(related => `  ${' '.repeat(positions)}  ${paint('dim', `${visible(related.path)}:${positionText(related)}`)} ${visible(related.message)}`)
    ]);
    return `${paint('underline', visible(file.path))}\n${lines.join('\n')}\n`;
}

function positionText({ range: { start } }: { readonly range: Range }): string {
    return `${start.line + 1}:${start.character + 1}`;
}

/** The line on which a finding starts, with the range of the finding underlined. */
function excerpt(file: CheckedFile, { range: { start, end }, severity }: CheckFinding, paint: Paint): readonly string[] {
    const line = file.lineAt(start.line);
    const indent = line.search(/\S/);
    if (indent < 0) {
        return [];
    }
    const from = Math.min(start.character, line.length > maxLineLength ? Math.max(indent, start.character - contextLength) : indent);
    const to = Math.min(line.length, from + maxLineLength);
    const until = end.line === start.line ? Math.min(end.character, to) : to;
    const lead = `${from > indent ? '…' : ''}${visible(line.slice(from, start.character))}`;
    const marked = visible(line.slice(start.character, until));
    const rest = `${visible(line.slice(until, to))}${to < line.length ? '…' : ''}`;
    return [
        `${paint('dim', '|')} ${lead}${marked}${rest}`,
        `${paint('dim', '|')} ${' '.repeat(columnsOf(lead))}${paint(severityStyles[severity], '^'.repeat(Math.max(1, columnsOf(marked))))}`
    ];
}

function summary({ counts, files }: CheckReport): string {
    const found = (Object.keys(counts) as Severity[]).filter(severity => counts[severity] > 0).map(severity => countText(counts[severity], severity));
    const unknown = files.reduce((count, file) => count + file.unknown.length, 0);
    return `${found.length > 0 ? found.join(', ') : 'No findings'} in ${counted(files.length, 'file')}${unknown > 0 ? `, ${counted(unknown, 'unknown value')}` : ''}.`;
}

/** How to learn more about a finding, with the first one as the example. */
function hint({ files }: CheckReport): string {
    const first = files.find(file => file.findings.length > 0);
    const place = first && `${visible(first.path)}:${first.findings[0]!.range.start.line + 1}`;
    return place === undefined ? '' : `\`sup explain ${/^[\w./:-]+$/.test(place) ? place : `"${place}"`}\` shows how a finding follows from the plan.\n`;
}

function countText(count: Counts[Severity], severity: Severity): string {
    return counted(count, severity === 'information' ? 'information message' : severity);
}

export function acceptedBlock({ files }: CheckReport, paint: Paint): readonly string[] {
    const lines = files.flatMap(file => file.accepted.map(({ rule, reason, until, range, count }) =>
        `  ${visible(file.path)}:${range.start.line + 1}  ${visible(rule)}${until === undefined ? '' : ` until ${until}`}${count === 0 ? ' (matches no finding)' : ''}: ${visible(reason)}`));
    return lines.length === 0 ? [] : [`${paint('underline', 'Accepted risks')}\n${lines.join('\n')}\n`];
}

/** The number of unknown values that the report lists. The JSON output has all. */
const listedUnknownValues = 20;

function unknownBlock({ files }: CheckReport, paint: Paint): readonly string[] {
    const lines = files.flatMap(file => file.unknown.map(({ text, range }) => `  ${visible(file.path)}:${range.start.line + 1}  ${visible(text)}`));
    const more = lines.length > listedUnknownValues ? [`  and ${number(lines.length - listedUnknownValues)} more`] : [];
    return lines.length === 0 ? [] : [`${paint('underline', 'Unknown values')}\n${[...lines.slice(0, listedUnknownValues), ...more].join('\n')}\n`];
}
