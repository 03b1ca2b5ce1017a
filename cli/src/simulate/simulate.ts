import { answeringDuration, entryText, plainScenario, settledByDefault, Simulation, type TraceEntry } from '@sup/simulation';
import { BufferedOutput } from '../buffered-output.js';
import { CommandError } from '../command-error.js';
import { hierarchiesWithSitesIn } from '../hierarchies.js';
import { painter } from '../paint.js';
import { ReportLocations } from '@sup/report';
import { planErrorsIn, warnAboutPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import { percentage, type Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions, withSeed } from '../run-options.js';
import { scenariosIn } from '../scenarios.js';
import { type Terminal, usesColor } from '../terminal.js';
import { assumedValuesIn, noteAssumedValues } from '../unknown-values.js';
import { CsvRuns } from './csv.js';
import { JsonRuns } from './json.js';
import { PrettyRuns } from './pretty.js';
import type { PlannedRun, RunFormat } from './run-format.js';

export const formats = ['pretty', 'json', 'csv'] as const;

export interface SimulateOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The title of the scenario to run. Without one, the plan is simulated as it is. */
    readonly scenario?: string;
    /** Whether the log is written too, in the format for people; the other formats always have it. */
    readonly log?: boolean;
    /** The duration in minutes; by default that of the scenario, or long enough for every client to scan for an update. */
    readonly for?: number;
}

/** Simulated events between two checks of the output buffer. */
const eventsPerStep = 500;

/** Simulates the plans at the paths and writes the runs. Returns the exit code. */
export function simulate(paths: readonly string[], options: SimulateOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, async (plans, progress) => {
        const runs = options.scenario === undefined ? plainRuns(plans, options) : scenarioRuns(plans, options.scenario, options);
        const written = await write(runs, formatFor(options, plans, terminal), options, terminal, progress);
        if (written === 'closed') {
            return 0;
        }
        warnAboutPlanErrors(planErrorsIn(plans, runs.map(({ document }) => document)).length, terminal);
        noteAssumedValues(assumedValuesIn(runs.map(({ hierarchy }) => hierarchy), new ReportLocations(plans.pathOf)), terminal);
        return written === 'stopped' ? 1 : 0;
    });
}

/** A run of each hierarchy as it is planned, without scenario events. */
function plainRuns(plans: Plans, options: SimulateOptions): readonly PlannedRun[] {
    return hierarchiesWithSitesIn(plans).map(({ hierarchy, label, document }) => {
        const runOptions = settledByDefault(runOptionsFor(document, plans, options));
        const scenario = plainScenario(options.for ?? answeringDuration(hierarchy, runOptions.assumptions));
        return { document, hierarchy, label, scenario, options: runOptions, planErrors: planErrorsIn(plans, [document]) };
    });
}

function scenarioRuns(plans: Plans, title: string, options: SimulateOptions): readonly PlannedRun[] {
    return scenariosIn(plans, title).map(({ hierarchy, label, scenario, document }) => {
        const duration = options.for ?? scenario.duration;
        if (duration === undefined) {
            throw new CommandError(`the scenario "${title}" has no duration; give one with --for`);
        }
        return { document, hierarchy, label, scenario: withSeed({ ...scenario, duration, expectations: [] }, options), options: runOptionsFor(document, plans, options), planErrors: planErrorsIn(plans, [document]) };
    });
}

function formatFor({ format, log = false }: SimulateOptions, { pathOf }: Plans, { stdout, env }: Terminal): RunFormat {
    switch (format) {
        case 'pretty': return new PrettyRuns(painter(usesColor(stdout, env)), log);
        case 'json': return new JsonRuns(new ReportLocations(pathOf));
        case 'csv': return new CsvRuns(new ReportLocations(pathOf));
    }
}

/** Simulates and writes runs. `stopped`: a run reached its limit of events. `closed`: the reader closed the output early. */
async function write(runs: readonly PlannedRun[], format: RunFormat, { log = false, format: name }: SimulateOptions, terminal: Terminal, progress: Progress): Promise<'complete' | 'stopped' | 'closed'> {
    const output = new BufferedOutput(terminal.stdout);
    let written: 'complete' | 'stopped' = 'complete';
    // On a terminal, a log itself shows the progress.
    const showProgress = (text: string): void => terminal.stdout.isTTY && (log || name !== 'pretty') ? undefined : progress.show(text);
    output.append(format.header?.());
    for (const [i, run] of runs.entries()) {
        output.append(format.runHeader?.(run));
        const observer = { observe: (entry: TraceEntry): void => output.append(format.entry(entry, run)) };
        const simulation = new Simulation(run.hierarchy, run.scenario, { ...run.options, observers: [observer] });
        while (!simulation.advance(eventsPerStep)) {
            showProgress(`Simulating ${run.label} (${i + 1} of ${runs.length}): ${percentage(simulation.progress)}`);
            if (output.isFull && !await output.flush()) {
                return 'closed';
            }
        }
        const result = simulation.result();
        output.append(format.runFooter?.(run, result));
        if (result.isExhausted) {
            written = 'stopped';
            terminal.writeMessage(`${run.label}: ${entryText({ kind: 'stopped', events: result.events })}`);
        }
    }
    progress.end();
    output.append(format.footer?.());
    return await output.flush() ? written : 'closed';
}
