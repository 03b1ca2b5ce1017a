import { number } from '@sup/model';
import { painter } from '../paint.js';
import { outcomeOf, ReportLocations, testScenario } from '@sup/report';
import { runToEnd } from '@sup/simulation';
import { planErrorsIn, warnAboutPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import { percentage, type Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { scenariosIn } from '../scenarios.js';
import { type Terminal, usesColor } from '../terminal.js';
import { assumedValuesIn, noteAssumedValues } from '../unknown-values.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { pretty } from './pretty.js';
import type { TestReport } from './report.js';

export const formats = ['pretty', 'json', 'junit'] as const;

export interface TestOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The title of the only scenario to run. */
    readonly scenario?: string;
}

/** Runs the scenarios in the files at the paths and writes their results. Returns the exit code. */
export function test(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const places = new ReportLocations(plans.pathOf);
        const report = testPlans(plans, places, options, progress);
        progress.end();
        terminal.stdout.write(formatReport(report, places, options.format, terminal));
        warnAboutPlanErrors(report.planErrors, terminal);
        noteAssumedValues(report.assumed, terminal);
        return report.scenarios.some(scenario => ['broken', 'failed'].includes(outcomeOf(scenario))) ? 1 : 0;
    });
}

function testPlans(plans: Plans, places: ReportLocations, options: TestOptions, progress: Progress): TestReport {
    const found = scenariosIn(plans, options.scenario);
    const scenarios = found.map((each, i) => {
        const showProgress = (share: number): void => progress.show(`Running scenarios (${number(i + 1)} of ${number(found.length)}): ${percentage(share)}`);
        return runToEnd(testScenario({ ...each, options: runOptionsFor(each.document, plans, options), seed: options.seed }, places), showProgress);
    });
    return { scenarios, planErrors: planErrorsIn(plans, found.map(({ document }) => document)).length, assumed: assumedValuesIn(found.map(({ hierarchy }) => hierarchy), places), failures: plans.failures() };
}

function formatReport(report: TestReport, places: ReportLocations, format: TestOptions['format'], { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(report, places, painter(usesColor(stdout, env)));
        case 'json': return json(report, places);
        case 'junit': return junit(report, places);
    }
}
