import { compare, isSame } from '@sup/comparison';
import { layOutPage, renderToSvg } from '@sup/picture';
import { comparedScenes, comparisonMarkdown, rolloutMarkdown } from '@sup/report';
import { Cancellation } from '../cancellation.js';
import { CommandError } from '../command-error.js';
import { painter } from '../paint.js';
import { checkOutput, writeOutput } from '../output-files.js';
import { withPlans } from '../plans.js';
import { percentage } from '../progress.js';
import type { SimulationOptions } from '../run-options.js';
import { type Terminal, usesColor } from '../terminal.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import { type ComparedHierarchy, planErrorsOfBoth } from './report.js';
import { RolloutOrdering } from './rollout-ordering.js';
import { pairVersions, versionsIn } from './versions.js';

export const formats = ['pretty', 'markdown', 'json', 'svg'] as const;

export interface DiffOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The file to write to; stdout if undefined. */
    readonly output?: string;
    /** Whether the changes are ordered into steps. */
    readonly steps?: boolean;
}

/**
 * Compares the meaning of the plans in two files or folders. Returns the exit code. Files around the arguments are not read: if both
 * versions are in one repository, they would otherwise form a single hierarchy.
 */
export async function diff([before, after]: readonly string[], options: DiffOptions, terminal: Terminal): Promise<number> {
    checkOutput(options.output);
    using cancellation = new Cancellation();
    const reading = { includesSurroundings: false, cancellation };
    return await withPlans([before!], terminal, (plansBefore, progressBefore) => {
        const versionsBefore = versionsIn(before!, plansBefore, options);
        progressBefore.end();
        return withPlans([after!], terminal, async (plansAfter, progress) => {
            const pairs = pairVersions(versionsBefore, versionsIn(after!, plansAfter, options));
            if (options.format === 'svg' && options.steps) {
                throw new CommandError('a picture shows no steps; choose another format');
            }
            if (options.format === 'svg' && pairs.length > 1) {
                throw new CommandError(`these plans contain ${pairs.length} hierarchies, but a picture shows one; select the files of a single hierarchy`);
            }
            const ordering = new RolloutOrdering(progress, cancellation);
            const compared: ComparedHierarchy[] = [];
            for (const pair of pairs) {
                const comparison = await cancellation.run(compare(pair.before, pair.after), share => progress.show(`Simulating both versions of ${pair.label}: ${percentage(share)}`));
                compared.push({ ...pair, comparison, rollout: options.steps ? await ordering.order(pair) : undefined });
            }
            await cancellation.checkNow();
            progress.end();
            await writeOutput(new Map([[options.output, textOf(compared, options, terminal)]]), terminal);
            ordering.failures.forEach(message => terminal.writeMessage(message));
            return ordering.failures.length > 0 ? 2 : compared.every(({ comparison }) => isSame(comparison)) ? 0 : 1;
        }, reading);
    }, reading);
}

function textOf(compared: readonly ComparedHierarchy[], { format, output }: DiffOptions, { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(compared, painter(output === undefined && usesColor(stdout, env)));
        // The check list comes first: it is handed to the person at the console.
        case 'markdown': return [
            ...compared.map(each => each.rollout ? `${rolloutMarkdown(each.label, each.rollout, planErrorsOfBoth(each))}\n\n` : ''),
            comparisonMarkdown(compared.map(each => ({ title: each.label, comparison: each.comparison, notes: planErrorsOfBoth(each) })))
        ].join('');
        case 'json': return json(compared);
        case 'svg': return compared.map(picture).join('');
    }
}

/** Draws both versions in one picture. */
function picture({ before, after, comparison: { changes } }: ComparedHierarchy): string {
    const { both } = comparedScenes(before, after, changes);
    return renderToSvg(both, layOutPage(both, 'down', 'everything'), 'light');
}
