import { type Plans, withPlans } from '../plans.js';
import type { Progress } from '../progress.js';
import { type Terminal, usesColour } from '../terminal.js';
import { checkFile, countsOf } from './check-file.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import type { CheckedFile, Report } from './report.js';
import { sarif } from './sarif.js';

export const formats = ['pretty', 'json', 'sarif'] as const;

export interface CheckOptions {
    readonly format: typeof formats[number];
    readonly maxWarnings?: number;
    readonly version: string;
}

/** Checks what the paths name, writes the report, and gives the exit code. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const report = reportOn(plans, options.version, progress);
        progress.end();
        terminal.stdout.write(inFormat(report, options.format, terminal));
        return report.counts.error > 0 || report.counts.warning > (options.maxWarnings ?? Infinity) ? 1 : 0;
    });
}

function reportOn(plans: Plans, version: string, progress: Progress): Report {
    const files: CheckedFile[] = [];
    for (const document of plans.selected) {
        progress.say(`Checking plans: ${files.length} of ${plans.selected.length}`);
        files.push(checkFile(document, plans, plans.pathOf));
    }
    const counts = countsOf(severity => files.reduce((total, file) => total + file.counts[severity], 0));
    return { version, files, counts, troubles: plans.troubles() };
}

function inFormat(report: Report, format: CheckOptions['format'], { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(report, usesColour(stdout, env));
        case 'json': return json(report);
        case 'sarif': return sarif(report);
    }
}
