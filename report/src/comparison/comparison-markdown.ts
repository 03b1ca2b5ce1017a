import type { Change, ComparedFinding, Comparison, CostClass } from '@sup/comparison';
import { siteMarks } from '@sup/picture';
import { figure, text } from '../content/document.js';
import { listMarkdown, tableMarkdown } from '../markdown/markdown-blocks.js';
import { markdownCell, markdownText } from '../markdown/markdown-text.js';

/** A comparison and what it is of. */
export interface TitledComparison {
    readonly title: string;
    readonly comparison: Comparison;
}

/** Rows of one table: a comment on a pull request holds 65,536 characters, and nobody reads further. */
const most = 150;

const costs: Readonly<Record<CostClass, string>> = {
    setting: 'A setting', installation: 'Installation', 're-installation': '**Re-installation**', impossible: '**Not possible**', outside: 'Outside of Configuration Manager', none: 'Nothing'
};

/** Comparisons as Markdown, for a pull request. Names and messages stay text, whatever is in them. */
export function comparisonMarkdown(comparisons: readonly TitledComparison[]): string {
    return comparisons.map(({ title, comparison }) => `${sectionsOf(title, comparison).join('\n\n')}\n`).join('\n');
}

function sectionsOf(title: string, { changes, findings, outcome, verdict }: Comparison): readonly string[] {
    const [followed, made] = [true, false].map(follows => changes.filter(({ kind }) => (kind === 'consequence') === follows)) as [Change[], Change[]];
    return [
        `## ${markdownText(title)}`, `**${markdownText(verdict)}**`,
        ...section('Changes', made, rows => tableMarkdown([text(''), text('What'), text('What it takes'), text('')], rows.map(changeRow), cell => cell)),
        ...section('Consequences', followed, rows => listMarkdown(rows.map(({ sentence }) => sentence))),
        ...section('Problems introduced', findings.introduced, findingTable),
        ...section('Problems solved', findings.solved, findingTable),
        ...section('Simulated outcome', outcome, rows => tableMarkdown([text(''), figure('Before'), figure('After'), text('')], rows.map(({ what, before, after, isBetter }) =>
            [what, before, after, isBetter === undefined ? '' : isBetter ? 'better' : 'worse'])))
    ];
}

function section<T>(title: string, rows: readonly T[], body: (rows: readonly T[]) => string): readonly string[] {
    const left = rows.length - most;
    return rows.length === 0 ? [] : [`### ${title}`, body(rows.slice(0, most)), ...left > 0 ? [`And ${left} more.`] : []];
}

function changeRow({ kind, sentence, cost }: Change): readonly string[] {
    return [markdownText(siteMarks[kind].sign), markdownText(sentence), `${costs[cost.class]}. ${markdownCell(cost.text)}`, cost.source === undefined ? '' : `*${markdownText(cost.source)}*`];
}

function findingTable(findings: readonly ComparedFinding[]): string {
    return tableMarkdown([text('Severity'), text('Where'), text('Problem'), text('Rule')], findings.map(({ severity, site, host, message, rule }) =>
        [severity, [site, host].filter(Boolean).join(', '), message, rule]), markdownCell);
}
