import type { Change, ComparedFinding, Comparison, CostClass } from '@sup/comparison';
import { number, siteMarks } from '@sup/picture';
import { numberColumn, textColumn } from '../content/document.js';
import { listMarkdown, tableMarkdown } from '../markdown/markdown-blocks.js';
import { markdownCell, markdownText } from '../markdown/markdown-text.js';

/** A comparison and the name of the compared plan. */
export interface TitledComparison {
    readonly title: string;
    readonly comparison: Comparison;
    /** Further facts about the plans. */
    readonly notes?: readonly ComparisonNote[];
}

/** A sentence and the items that it announces. */
export interface ComparisonNote {
    readonly text: string;
    readonly items: readonly string[];
}

/** The maximum number of rows of a table: a comment on a pull request holds at most 65,536 characters. */
const maxRows = 150;

const costLabels: Readonly<Record<CostClass, string>> = {
    setting: 'A setting', installation: 'Installation', 're-installation': '**Re-installation**', impossible: '**Not possible**', outside: 'Outside of Configuration Manager', none: 'Nothing'
};

/** Writes comparisons as Markdown for a pull request. Names and messages are escaped. */
export function comparisonMarkdown(comparisons: readonly TitledComparison[]): string {
    return comparisons.map(each => `${sectionsOf(each).join('\n\n')}\n`).join('\n');
}

function sectionsOf({ title, comparison: { changes, findings, outcome, verdict }, notes = [] }: TitledComparison): readonly string[] {
    const [consequences, made] = [true, false].map(isConsequence => changes.filter(({ kind }) => (kind === 'consequence') === isConsequence)) as [Change[], Change[]];
    return [
        `## ${markdownText(title)}`, `**${markdownText(verdict)}**`,
        ...notesMarkdown(notes),
        ...section('Changes', made, rows => tableMarkdown([textColumn(''), textColumn('Change'), textColumn('Cost'), textColumn('Source')], rows.map(changeRow), cell => cell)),
        ...section('Consequences', consequences, rows => listMarkdown(rows.map(({ sentence }) => sentence))),
        ...section('Problems introduced', findings.introduced, findingTable),
        ...section('Problems solved', findings.solved, findingTable),
        ...section('Simulated outcome', outcome, rows => tableMarkdown([textColumn(''), numberColumn('Before'), numberColumn('After'), textColumn('')], rows.map(({ what, before, after, isBetter }) =>
            [what, before, after, isBetter === undefined ? '' : isBetter ? 'better' : 'worse'])))
    ];
}

export const notesMarkdown = (notes: readonly ComparisonNote[]): readonly string[] => notes.flatMap(({ text, items }) => [markdownText(text), listMarkdown(items)]);

function section<T>(title: string, rows: readonly T[], body: (rows: readonly T[]) => string): readonly string[] {
    const omitted = rows.length - maxRows;
    return rows.length === 0 ? [] : [`### ${title}`, body(rows.slice(0, maxRows)), ...omitted > 0 ? [`And ${number(omitted)} more.`] : []];
}

function changeRow({ kind, sentence, cost }: Change): readonly string[] {
    return [markdownText(siteMarks[kind].sign), markdownText(sentence), `${costLabels[cost.class]}. ${markdownCell(cost.text)}`, cost.source === undefined ? '' : `*${markdownText(cost.source)}*`];
}

function findingTable(findings: readonly ComparedFinding[]): string {
    return tableMarkdown([textColumn('Severity'), textColumn('Location'), textColumn('Problem'), textColumn('Rule')], findings.map(({ severity, site, host, message, rule }) =>
        [severity, [site, host].filter(Boolean).join(', '), message, rule]), markdownCell);
}
