import type { Scenario } from '@sup/model';
import { plainScenario, Simulation, type SimulationResult, mapProgress } from '@sup/simulation';
import type { ComparedVersion } from '../compare.js';

/** How long each version is run with nothing happening, in minutes: long enough for the last clients to scan for an update. */
const plainDuration = 21 * 24 * 60;

/** What came of the runs of a version. */
export interface Outcome {
    /** As it is, with nothing happening; undefined where there is nothing to run. */
    readonly plain: SimulationResult | undefined;
    /** Each scenario that both versions have, by its title. */
    readonly scenarios: ReadonlyMap<string, SimulationResult>;
}

interface Task {
    readonly version: ComparedVersion;
    /** Undefined for the plan as it is. */
    readonly title: string | undefined;
    readonly scenario: Scenario;
}

/** Runs two versions as they are, and the scenarios that both have, each with the same seed. Yields the share that is done. */
export function* runBoth(before: ComparedVersion, after: ComparedVersion): Generator<number, readonly [Outcome, Outcome]> {
    const tasks = [before, after].flatMap((version, i) => tasksOf(version, [after, before][i]!));
    const results = new Map<Task, SimulationResult>();
    for (const [i, task] of tasks.entries()) {
        const simulation = new Simulation(task.version.hierarchy, task.scenario, task.version.options);
        results.set(task, yield* mapProgress(simulation.inChunks(), share => (i + share) / tasks.length));
        yield (i + 1) / tasks.length;
    }
    return [outcomeOf(before, results), outcomeOf(after, results)];
}

function tasksOf(version: ComparedVersion, other: ComparedVersion): readonly Task[] {
    const titles = new Set(other.scenarios.map(({ title }) => title));
    // Of several with one title, a mistake, the first.
    const shared = new Map(version.scenarios.toReversed().flatMap(scenario => scenario.title !== undefined && titles.has(scenario.title) ? [[scenario.title, scenario] as const] : []));
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
