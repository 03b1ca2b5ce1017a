import type { InstalledPages } from '@sup/files';
import { rulePage } from '@sup/language';
import { number } from '@sup/model';
import { type Plans, withPlans } from '../plans.js';
import type { Progress } from '../progress.js';
import { type Terminal, usesColor } from '../terminal.js';
import { checkFile, countsOf } from './check-file.js';
import { json } from './json.js';
import { mixedPlans } from './mixed-plans.js';
import { pretty } from './pretty.js';
import type { CheckedFile, CheckReport } from './report.js';
import { sarif } from './sarif.js';

export const formats = ['pretty', 'json', 'sarif'] as const;

export interface CheckOptions {
    readonly format: typeof formats[number];
    readonly maxWarnings?: number;
    readonly version: string;
    readonly pages: InstalledPages;
}

/** Checks the plans at the paths and writes a report. Returns the exit code. */
export function check(paths: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const mixed = mixedPlans(plans);
        const report = reportOn(plans, options.version, progress);
        progress.end();
        terminal.stdout.write(formatReport({ ...report, failures: [...report.failures, ...mixed] }, options, terminal));
        mixed.forEach(message => terminal.writeMessage(message));
        return mixed.length > 0 ? 2 : report.counts.error > 0 || report.counts.warning > (options.maxWarnings ?? Infinity) ? 1 : 0;
    });
}

function reportOn(plans: Plans, version: string, progress: Progress): CheckReport {
    const files: CheckedFile[] = [];
    for (const document of plans.selected) {
        progress.show(`Checking plans: ${number(files.length)} of ${number(plans.selected.length)}`);
        files.push(checkFile(document, plans, plans.pathOf));
    }
    const counts = countsOf(severity => files.reduce((total, file) => total + file.counts[severity], 0));
    return { version, files, counts, failures: plans.failures() };
}

function formatReport(report: CheckReport, { format, pages }: CheckOptions, { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(report, usesColor(stdout, env));
        case 'json': return json(report);
        case 'sarif': return sarif(report, rule => pages.read(rulePage(rule)));
    }
}
