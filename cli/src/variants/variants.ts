import { type VariantFigures, variantFigures, variantHeadings, variantNotes, variantRow } from '@sup/comparison';
import { problemsOf } from '@sup/language';
import { withoutLogCommands } from '@sup/model';
import { type Column, variantsMarkdown } from '@sup/report';
import { runToEnd } from '@sup/simulation';
import { CommandError } from '../command-error.js';
import { hierarchiesIn } from '../hierarchies.js';
import { painter } from '../paint.js';
import { type Plans, withPlans } from '../plans.js';
import { percentage, type Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { stringify } from '../stringify.js';
import { table } from '../table.js';
import { type Terminal, usesColor } from '../terminal.js';
import { visible } from '../visible.js';

export const formats = ['pretty', 'markdown', 'json'] as const;

export interface VariantsOptions extends SimulationOptions {
    readonly format: typeof formats[number];
}

/** Writes the figures of several plans side by side. Returns the exit code. Files around the arguments are not read, so that versions in one repository stay apart. */
export async function variants(paths: readonly string[], options: VariantsOptions, terminal: Terminal): Promise<number> {
    if (paths.length < 2) {
        throw new CommandError('name at least two files or folders with plans to compare');
    }
    const rows: VariantFigures[] = [];
    let code = 0;
    for (const path of paths) {
        code = Math.max(code, await withPlans([path], terminal, (plans, progress) => {
            rows.push(...figuresIn(path, plans, options, progress));
            return 0;
        }, { includesSurroundings: false }));
    }
    terminal.stdout.write(textOf(rows, options, terminal));
    return code;
}

function figuresIn(path: string, plans: Plans, options: VariantsOptions, progress: Progress): readonly VariantFigures[] {
    const { linter: { rules } } = plans.services;
    const planned = hierarchiesIn(plans);
    return planned.map(({ hierarchy, label, document, documents }) => {
        const checked = documents.map(each => ({ each, ...rules.check(each) }));
        const variant = {
            label: planned.length === 1 ? path : `${path}: ${label}`, hierarchy, options: runOptionsFor(document, plans, options),
            problems: checked.flatMap(({ each, findings }) => problemsOf(findings, each)),
            acceptedRisks: checked.reduce((sum, { risks }) => sum + risks.reduce((own, { silenced }) => own + silenced.length, 0), 0)
        };
        const figures = runToEnd(variantFigures(variant), share => progress.show(`Simulating ${variant.label}: ${percentage(share)}`));
        progress.end();
        return figures;
    });
}

function textOf(rows: readonly VariantFigures[], { format }: VariantsOptions, { stdout, env }: Terminal): string {
    switch (format) {
        case 'json': return `${stringify({ variants: rows.map(row => ({ ...row, hierarchy: row.hierarchy ?? null, lastClient: row.lastClient ?? null, peakLoad: row.peakLoad ?? null, worstFailure: row.worstFailure ?? null })) })}\n`;
        case 'markdown': return variantsMarkdown(rows);
        case 'pretty': return pretty(rows, painter(usesColor(stdout, env)));
    }
}

/** One column for each plan, because the figures have many words. */
function pretty(rows: readonly VariantFigures[], paint: ReturnType<typeof painter>): string {
    const cells = rows.map(variantRow);
    const columns: readonly Column[] = [['', 'left'], ...cells.map(([label = '']): Column => [visible(label), 'left'])];
    const [head, ...lines] = table(columns, variantHeadings.slice(1).map((heading, i) => [heading, ...cells.map(row => row[i + 1]!)]));
    return withoutLogCommands([paint('bold', head!), ...lines, ...variantNotes(rows).map(visible)].map(line => `${line}\n`).join(''));
}
