import { compare, type Comparison, isSame } from '@sup/comparison';
import { layOut, overviewOf, renderToSvg } from '@sup/picture';
import { comparedScenes, comparisonMarkdown } from '@sup/report';
import { CannotRun } from '../cannot-run.js';
import { finish } from '../finish.js';
import { painter } from '../paint.js';
import { withPlans } from '../plans.js';
import type { SimulationOptions } from '../run-options.js';
import { type Terminal, usesColour } from '../terminal.js';
import { writeWholeFile } from '../whole-file.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import { paired, type VersionPair, versionsIn } from './versions.js';

export const formats = ['pretty', 'markdown', 'json', 'svg'] as const;

export interface DiffOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The file to write; without it, stdout. */
    readonly output?: string;
}

/** What one hierarchy means differently. */
export interface ComparedHierarchy extends VersionPair {
    readonly comparison: Comparison;
}

/**
 * Compares the plans of two files or folders by what they mean, and gives the exit code. Each side is what its argument names and nothing
 * around it: both may well be in one repository, where they would be one hierarchy.
 */
export function diff([before, after]: readonly string[], options: DiffOptions, terminal: Terminal): Promise<number> {
    return withPlans([before!], terminal, (former, reading) => {
        const was = versionsIn(before!, former, options);
        reading.end();
        return withPlans([after!], terminal, (present, progress) => {
            const pairs = paired(was, versionsIn(after!, present, options));
            if (options.format === 'svg' && pairs.length > 1) {
                throw new CannotRun(`there are ${pairs.length} hierarchies, and a picture shows one; name the files of only one of them`);
            }
            const compared = pairs.map((pair): ComparedHierarchy => ({
                ...pair, comparison: finish(compare(pair.before, pair.after), share => progress.say(`Simulating ${pair.label}: ${Math.floor(share * 100)} %`))
            }));
            progress.end();
            write(textOf(compared, options, terminal), options, terminal);
            return compared.every(({ comparison }) => isSame(comparison)) ? 0 : 1;
        }, false);
    }, false);
}

function textOf(compared: readonly ComparedHierarchy[], { format, output }: DiffOptions, { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(compared, painter(output === undefined && usesColour(stdout, env)));
        case 'markdown': return comparisonMarkdown(compared.map(({ label, comparison }) => ({ title: label, comparison })));
        case 'json': return json(compared);
        case 'svg': return compared.map(picture).join('');
    }
}

/** Both versions in one picture. */
function picture({ before, after, comparison: { changes } }: ComparedHierarchy): string {
    const { both } = comparedScenes(before, after, changes);
    return renderToSvg(both, layOut(both, { direction: 'down', ...overviewOf(both) }), 'light');
}

function write(text: string, { output }: DiffOptions, { stdout }: Terminal): void {
    if (output === undefined) {
        stdout.write(text);
    } else {
        writeWholeFile(output, text);
    }
}
