import type { Scenario } from '@sup/model';
import { answeringDuration, mapProgress, plainScenario, settledByDefault, Simulation, type SimulationResult } from '@sup/simulation';
import type { ComparedVersion } from '../version.js';

/** The results of the runs of a version. */
export interface Outcome {
    /** The result of the run without events; undefined if the plan has no sites. */
    readonly plain: SimulationResult | undefined;
    /** The result of each scenario that both versions have, by its title. */
    readonly scenarios: ReadonlyMap<string, SimulationResult>;
}

interface Task {
    readonly version: ComparedVersion;
    /** Undefined for the run without events. */
    readonly title: string | undefined;
    readonly scenario: Scenario;
}

/** Simulates two versions without events after weeks of operation, and the scenarios that both have, each with the same seed. Yields its progress, from 0 to 1. */
export function* runBoth(before: ComparedVersion, after: ComparedVersion): Generator<number, readonly [Outcome, Outcome]> {
    const tasks = [before, after].flatMap((version, i) => tasksOf(version, [after, before][i]!));
    const results = new Map<Task, SimulationResult>();
    for (const [i, task] of tasks.entries()) {
        const { hierarchy, options } = task.version;
        const simulation = new Simulation(hierarchy, task.scenario, task.title === undefined ? settledByDefault(options) : options);
        results.set(task, yield* mapProgress(simulation.inChunks(), share => (i + share) / tasks.length));
        yield (i + 1) / tasks.length;
    }
    return [outcomeOf(before, results), outcomeOf(after, results)];
}

function tasksOf(version: ComparedVersion, other: ComparedVersion): readonly Task[] {
    const titles = new Set(other.scenarios.map(({ title }) => title));
    // Of several with the same title, which a rule reports, only the first is run.
    const shared = new Map(version.scenarios.toReversed().flatMap(scenario => scenario.title !== undefined && titles.has(scenario.title) ? [[scenario.title, scenario] as const] : []));
    // Both for the same time, so that their figures can be compared.
    const plainDuration = Math.max(...[version, other].map(({ hierarchy, options }) => answeringDuration(hierarchy, options.assumptions)));
    return version.hierarchy.sites.length === 0 ? [] : [
        { version, title: undefined, scenario: plainScenario(plainDuration) },
        ...[...shared].map(([title, scenario]) => ({ version, title, scenario: version.seed === undefined ? scenario : { ...scenario, seed: version.seed } }))
    ];
}

function outcomeOf(version: ComparedVersion, results: ReadonlyMap<Task, SimulationResult>): Outcome {
    const own = [...results].filter(([task]) => task.version === version);
    return {
        plain: own.find(([{ title }]) => title === undefined)?.[1],
        scenarios: new Map(own.flatMap(([{ title }, result]) => title === undefined ? [] : [[title, result]]))
    };
}
