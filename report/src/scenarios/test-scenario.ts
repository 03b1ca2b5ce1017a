import { faultsOf, sourceTextOf } from '@sup/language';
import type { Hierarchy, Scenario } from '@sup/model';
import { type Breach, entryText, type Explanation, explain, type Judgement, judgementText, type RunOptions, Simulation, type SimulationResult, mapProgress } from '@sup/simulation';
import type { ReportLocations } from '../report-location.js';
import type { ScenarioProblem, TestedBreach, TestedExpectation, TestedScenario } from './tested-scenario.js';

/** The share of the progress for the run itself; the rest is for explaining broken expectations. */
const runShare = 0.6;

/** A scenario and everything that is needed to run it. */
export interface RunnableScenario {
    readonly scenario: Scenario;
    readonly hierarchy: Hierarchy;
    /** The name of the hierarchy, or its file where it has no name. */
    readonly label: string;
    readonly options: RunOptions;
    /** Overrides the seed of the scenario. */
    readonly seed?: number | undefined;
}

/** Runs a scenario and explains its broken expectations. Yields its progress, from 0 to 1. */
export function* testScenario({ scenario: written, hierarchy, label, options, seed }: RunnableScenario, locations: ReportLocations): Generator<number, TestedScenario> {
    // The copy has the same events and expectations, so their locations can still be found.
    const scenario = seed === undefined ? written : { ...written, seed };
    const result = yield* mapProgress(new Simulation(hierarchy, scenario, options).inChunks(), share => share * runShare);
    const { judgements } = result;
    const problems = problemsOf(written, hierarchy, result, locations);
    const expectations: TestedExpectation[] = [];
    for (const [i, judgement] of judgements.entries()) {
        const explanation = problems.length === 0 && judgement.breach ? yield* mapProgress(explain(hierarchy, scenario, i, options), () => runShare + (1 - runShare) * i / judgements.length) : undefined;
        expectations.push(problems.length === 0 ? expectationOf(judgement, locations, explanation) : unjudgedExpectation(judgement, locations, result));
    }
    return {
        ...locations.of(written), title: scenario.title ?? '(no title)', hierarchy: label,
        problems, expectations, propagation: result.propagation
    };
}

/** Whether the run covered the whole duration of the scenario. */
function isComplete({ scenario, isExhausted }: SimulationResult): boolean {
    return !isExhausted && scenario.duration !== undefined;
}

function problemsOf(scenario: Scenario, hierarchy: Hierarchy, { isExhausted, events }: SimulationResult, places: ReportLocations): readonly ScenarioProblem[] {
    return [
        ...scenario.duration === undefined ? [{ ...places.of(scenario), message: 'The scenario does not state a duration that can be read. Write one: `for 2 days`.' }] : [],
        ...isExhausted ? [{ ...places.of(scenario), message: entryText({ kind: 'stopped', events }) }] : [],
        ...Array.from(faultsOf(scenario, hierarchy), ({ uri, range, message }) => ({ ...places.at({ uri, range }), message }))
    ];
}

function expectationOf(judgement: Judgement, places: ReportLocations, explanation: Explanation | undefined): TestedExpectation {
    const { expectation, verdict, breach } = judgement;
    return { ...places.of(expectation), text: sourceTextOf(expectation), verdict, found: judgementText(judgement), breach: breach && breachOf(breach, places, explanation) };
}

function breachOf({ time, subject }: Breach, places: ReportLocations, { needed, events, chain }: Pick<Explanation, 'needed' | 'events' | 'chain'> = { needed: [], events: 0, chain: [] }): TestedBreach {
    return { time, subject, needed: needed.map(event => ({ ...places.of(event), text: sourceTextOf(event) })), events, chain };
}

/** A run that lacks an event or its end proves nothing about its expectations. */
function unjudgedExpectation({ expectation }: Judgement, places: ReportLocations, result: SimulationResult): TestedExpectation {
    const found = isComplete(result) ? 'The scenario could not be run as written.' : 'The run did not reach its end.';
    return { ...places.of(expectation), text: sourceTextOf(expectation), verdict: 'untested', found, breach: undefined };
}
