import { painter } from '../paint.js';
import { outcomeOf, Places, testScenario } from '@sup/report';
import { finish } from '../finish.js';
import { countPlanErrors, mentionPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import type { Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { scenariosIn } from '../scenarios.js';
import { type Terminal, usesColour } from '../terminal.js';
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

/** Runs the scenarios of the files that the paths name, writes what came of them, and gives the exit code. */
export function test(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const places = new Places(plans.pathOf);
        const report = testPlans(plans, places, options, progress);
        progress.end();
        terminal.stdout.write(inFormat(report, places, options.format, terminal));
        mentionPlanErrors(report.planErrors, terminal);
        return report.scenarios.some(scenario => ['broken', 'failed'].includes(outcomeOf(scenario))) ? 1 : 0;
    });
}

function testPlans(plans: Plans, places: Places, options: TestOptions, progress: Progress): TestReport {
    const found = scenariosIn(plans, options.scenario);
    const scenarios = found.map((each, i) => {
        const say = (share: number): void => progress.say(`Running scenarios: ${i + 1} of ${found.length}, ${Math.floor(share * 100)} %`);
        return finish(testScenario({ ...each, options: runOptionsFor(each.document, plans, options), seed: options.seed }, places), say);
    });
    return { scenarios, planErrors: countPlanErrors(plans, found.map(({ document }) => document)), troubles: plans.troubles() };
}

function inFormat(report: TestReport, places: Places, format: TestOptions['format'], { stdout, env }: Terminal): string {
    switch (format) {
        case 'pretty': return pretty(report, places, painter(usesColour(stdout, env)));
        case 'json': return json(report, places);
        case 'junit': return junit(report, places);
    }
}
