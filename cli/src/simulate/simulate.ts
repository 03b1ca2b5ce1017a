import { entryText, plainScenario, Simulation, type TraceEntry } from '@sup/simulation';
import { CannotRun } from '../cannot-run.js';
import { simulatedHierarchiesIn } from '../hierarchies.js';
import { Output } from '../output.js';
import { painter } from '../paint.js';
import { Places } from '@sup/report';
import { countPlanErrors, mentionPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import type { Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions, withSeed } from '../run-options.js';
import { scenariosIn } from '../scenarios.js';
import { type Terminal, usesColour } from '../terminal.js';
import { CsvRuns } from './csv.js';
import { JsonRuns } from './json.js';
import { PrettyRuns } from './pretty.js';
import type { PlannedRun, RunFormat } from './run-format.js';

export const formats = ['pretty', 'json', 'csv'] as const;

export interface SimulateOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The title of the scenario to run; without one, the plan is run as it is. */
    readonly scenario?: string;
    /** Minutes; without them, as long as the scenario lasts, or a week. */
    readonly for?: number;
}

/** Events between two looks at what there is to write. */
const portion = 500;

const week = 7 * 24 * 60;

/** Runs what the paths name, writes what happens, and gives the exit code. */
export function simulate(paths: readonly string[], options: SimulateOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, async (plans, progress) => {
        const runs = options.scenario === undefined ? plainRuns(plans, options) : scenarioRuns(plans, options.scenario, options);
        const written = await write(runs, formatFor(options.format, plans, terminal), terminal, progress);
        if (written === 'unread') {
            return 0;
        }
        mentionPlanErrors(countPlanErrors(plans, runs.map(({ document }) => document)), terminal);
        return written === 'cut' ? 1 : 0;
    });
}

/** Every hierarchy as it is planned, with nothing happening to it. */
function plainRuns(plans: Plans, options: SimulateOptions): readonly PlannedRun[] {
    return simulatedHierarchiesIn(plans).map(({ hierarchy, label, document }) => {
        return { document, hierarchy, label, scenario: plainScenario(options.for ?? week), options: runOptionsFor(document, plans, options) };
    });
}

function scenarioRuns(plans: Plans, title: string, options: SimulateOptions): readonly PlannedRun[] {
    return scenariosIn(plans, title).map(({ hierarchy, label, scenario, document }) => {
        const duration = options.for ?? scenario.duration;
        if (duration === undefined) {
            throw new CannotRun(`the scenario "${title}" does not say for how long it runs; --for can say it`);
        }
        return { document, hierarchy, label, scenario: withSeed({ ...scenario, duration, expectations: [] }, options), options: runOptionsFor(document, plans, options) };
    });
}

function formatFor(format: SimulateOptions['format'], { pathOf }: Plans, { stdout, env }: Terminal): RunFormat {
    switch (format) {
        case 'pretty': return new PrettyRuns(painter(usesColour(stdout, env)));
        case 'json': return new JsonRuns(new Places(pathOf));
        case 'csv': return new CsvRuns(new Places(pathOf));
    }
}

/** Runs and writes. `cut`: a run was given up. `unread`: it ended early, because nobody reads any more. */
async function write(runs: readonly PlannedRun[], format: RunFormat, terminal: Terminal, progress: Progress): Promise<'whole' | 'cut' | 'unread'> {
    const output = new Output(terminal.stdout);
    let written: 'whole' | 'cut' = 'whole';
    // On a terminal the trace itself shows how far the run is.
    const say = (what: string): void => terminal.stdout.isTTY ? undefined : progress.say(what);
    output.put(format.begin?.());
    for (const [i, run] of runs.entries()) {
        output.put(format.runBegins?.(run));
        const observer = { observe: (entry: TraceEntry): void => output.put(format.entry(entry, run)) };
        const simulation = new Simulation(run.hierarchy, run.scenario, { ...run.options, observers: [observer] });
        while (!simulation.advance(portion)) {
            say(`Simulating: ${i + 1} of ${runs.length}, ${Math.floor(simulation.progress * 100)} %`);
            if (output.isFull && !await output.flush()) {
                return 'unread';
            }
        }
        const result = simulation.result();
        output.put(format.runEnds?.(run, result));
        if (result.isExhausted) {
            written = 'cut';
            terminal.complain(`${run.label}: ${entryText({ kind: 'stopped', events: result.events })}`);
        }
    }
    progress.end();
    output.put(format.end?.());
    return await output.flush() ? written : 'unread';
}
