import type { Change, ComparedFinding, Comparison } from '../comparison.js';

/** Rows of a table that are written out. */
const most = 200;

/** A comparison as Markdown, for a pull request. Names and messages stay text, whatever is in them. */
export function comparisonMarkdown(title: string, { changes, findings, outcome, verdict }: Comparison): string {
    const own = changes.filter(({ kind }) => kind !== 'consequence');
    const consequences = changes.filter(({ kind }) => kind === 'consequence');
    const parts = [
        `## ${escaped(title)}`, `**${escaped(verdict)}**`,
        ...own.length > 0 ? [`### Changes\n\n${table(['', 'What', 'What it takes', 'Source'], own.map(changeRow))}`] : [],
        ...consequences.length > 0 ? [`### What follows from that\n\n${list(consequences.map(({ sentence }) => sentence))}`] : [],
        ...findings.introduced.length > 0 ? [`### New problems\n\n${table(['Severity', 'Rule', 'Where', 'Problem'], findings.introduced.map(findingRow))}`] : [],
        ...findings.solved.length > 0 ? [`### Solved problems\n\n${table(['Severity', 'Rule', 'Where', 'Problem'], findings.solved.map(findingRow))}`] : [],
        ...outcome.length > 0 ? [`### Simulated outcome\n\n${table(['', 'Before', 'After', ''], outcome.map(({ what, before, after, isBetter }) => [what, before, after, isBetter === undefined ? '' : isBetter ? 'better' : 'worse']))}`] : []
    ];
    return `${parts.join('\n\n')}\n`;
}

const signs: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '−', moved: '→', changed: '~', consequence: '=' };

function changeRow({ kind, sentence, cost }: Change): readonly string[] {
    return [signs[kind], sentence, `${cost.class === 'none' ? '' : `${cost.class}: `}${cost.text}`, cost.source ?? ''];
}

function findingRow({ severity, rule, site, host, message }: ComparedFinding): readonly string[] {
    return [severity, rule, [site, host].filter(Boolean).join(', '), message];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const left = rows.length - most;
    return [line(head), line(head.map(() => '---')), ...rows.slice(0, most).map(row => line(row.map(escaped))), ...left > 0 ? [line([`and ${left} more`, ...head.slice(1).map(() => '')])] : []].join('\n');
}

function list(sentences: readonly string[]): string {
    return sentences.slice(0, most).map(sentence => `- ${escaped(sentence)}`).join('\n') + (sentences.length > most ? `\n- and ${sentences.length - most} more` : '');
}

/** Text that stays text in Markdown, and in the HTML that becomes of it. */
function escaped(text: string): string {
    return text.replaceAll(/[\r\n\t]+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+!|~&$:@-]/g, character => character === '<' ? '&lt;' : character === '&' ? '&amp;' : `\\${character}`);
}
