import { problemsOf } from '@sup/language';
import { withoutLogCommands } from '@sup/model';
import { buildScene } from '@sup/picture';
import { describeHierarchy, describeRun } from '@sup/report';
import { answeringDuration, plainScenario, runToEnd, settledByDefault, Simulation } from '@sup/simulation';
import { CommandError } from '../command-error.js';
import { hierarchiesIn, hierarchiesWithSitesIn } from '../hierarchies.js';
import { type Plans, withPlans } from '../plans.js';
import { percentage, type Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions, withSeed } from '../run-options.js';
import { scenariosIn } from '../scenarios.js';
import { stringify } from '../stringify.js';
import type { Terminal } from '../terminal.js';

export const formats = ['text', 'json'] as const;

export interface DescribeOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** Describes a run instead of the hierarchy: that of the scenario with this title, or with `true` one without events. */
    readonly run?: string | true;
}

interface Description {
    readonly hierarchy: string;
    readonly text: string;
}

/** Describes hierarchies or runs in plain sentences. Returns the exit code. */
export function describe(paths: readonly string[], options: DescribeOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const found = options.run === undefined ? hierarchies(plans) : runs(plans, options.run, options, progress);
        progress.end();
        terminal.stdout.write(options.format === 'json' ? `${stringify({ descriptions: found })}\n` : withoutLogCommands(found.map(({ text }) => text).join('\n')));
        return 0;
    });
}

function hierarchies(plans: Plans): readonly Description[] {
    const { linter: { rules } } = plans.services;
    return hierarchiesIn(plans).map(({ hierarchy, label, documents }) => (
        { hierarchy: label, text: describeHierarchy(buildScene(hierarchy, documents.flatMap(document => problemsOf(rules.check(document).findings, document)))) }
    ));
}

function runs(plans: Plans, run: string | true, options: SimulationOptions, progress: Progress): readonly Description[] {
    const planned = run === true
        ? hierarchiesWithSitesIn(plans).map(({ hierarchy, label, document }) => {
            const runOptions = settledByDefault(runOptionsFor(document, plans, options));
            return { hierarchy, label, scenario: plainScenario(answeringDuration(hierarchy, runOptions.assumptions)), runOptions };
        })
        : scenariosIn(plans, run).map(({ hierarchy, label, document, scenario }) => ({ hierarchy, label, scenario, runOptions: runOptionsFor(document, plans, options) }));
    return planned.map(({ hierarchy, label, scenario, runOptions }) => {
        if (scenario.duration === undefined) {
            throw new CommandError(`the scenario "${scenario.title ?? ''}" does not state its duration`);
        }
        const simulation = new Simulation(hierarchy, withSeed(scenario, options), runOptions);
        return { hierarchy: label, text: describeRun(label, runToEnd(simulation.inChunks(), share => progress.show(`Simulating ${label}: ${percentage(share)}`))) };
    });
}
