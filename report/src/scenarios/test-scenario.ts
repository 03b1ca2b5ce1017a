import { sourceTextOf, unreadIn } from '@sup/language';
import type { Hierarchy, Scenario } from '@sup/model';
import { type Breach, entryText, type Explanation, explain, type Judgement, judgementText, type RunOptions, Simulation, type SimulationResult, mapProgress } from '@sup/simulation';
import type { Places } from '../places.js';
import type { Problem, TestedBreach, TestedExpectation, TestedScenario } from './tested-scenario.js';

/** The part of the work, for progress, that the run itself is; the rest explains what is broken. */
const runShare = 0.6;

/** A scenario to be run, and how. */
export interface RunnableScenario {
    readonly scenario: Scenario;
    readonly hierarchy: Hierarchy;
    /** The name of the hierarchy, or the file that is a hierarchy of its own. */
    readonly label: string;
    readonly options: RunOptions;
    /** What chance is drawn from, whatever the scenario says. */
    readonly seed?: number | undefined;
}

/** Runs one scenario, and explains what is broken. Yields the share that is done, from 0 to 1. */
export function* testScenario({ scenario: written, hierarchy, label, options, seed }: RunnableScenario, places: Places): Generator<number, TestedScenario> {
    // Its events and expectations are the same, so their places are.
    const scenario = seed === undefined ? written : { ...written, seed };
    const result = yield* mapProgress(new Simulation(hierarchy, scenario, options).inChunks(), share => share * runShare);
    const { judgements } = result;
    const expectations: TestedExpectation[] = [];
    for (const [i, judgement] of judgements.entries()) {
        const explanation = isWhole(result) && judgement.breach ? yield* mapProgress(explain(hierarchy, scenario, i, options), () => runShare + (1 - runShare) * i / judgements.length) : undefined;
        expectations.push(isWhole(result) ? expectationOf(judgement, places, explanation) : cutOff(judgement, places));
    }
    return {
        ...places.of(written), title: scenario.title ?? 'A scenario without a title', hierarchy: label,
        problems: problemsOf(written, result, places), expectations, propagation: result.propagation
    };
}

/** Whether the run went on for as long as the scenario says. */
function isWhole({ scenario, isExhausted }: SimulationResult): boolean {
    return !isExhausted && scenario.duration !== undefined;
}

function problemsOf(scenario: Scenario, { isExhausted, events }: SimulationResult, places: Places): readonly Problem[] {
    return [
        ...scenario.duration === undefined ? [{ ...places.of(scenario), message: 'The scenario does not say for how long it runs.' }] : [],
        ...isExhausted ? [{ ...places.of(scenario), message: entryText({ kind: 'stopped', events }) }] : [],
        ...unreadIn(scenario).map(({ uri, range }) => ({ ...places.at({ uri, range }), message: 'This line cannot be read; `sup check` says why.' }))
    ];
}

function expectationOf(judgement: Judgement, places: Places, explanation: Explanation | undefined): TestedExpectation {
    const { expectation, verdict, breach } = judgement;
    return { ...places.of(expectation), text: sourceTextOf(expectation), verdict, found: judgementText(judgement), breach: breach && breachOf(breach, places, explanation) };
}

function breachOf({ time, subject }: Breach, places: Places, { needed, chain }: Pick<Explanation, 'needed' | 'chain'> = { needed: [], chain: [] }): TestedBreach {
    return { time, subject, needed: needed.map(event => ({ ...places.of(event), text: sourceTextOf(event) })), chain };
}

/** What is found in a run that was cut off says nothing. */
function cutOff({ expectation }: Judgement, places: Places): TestedExpectation {
    return { ...places.of(expectation), text: sourceTextOf(expectation), verdict: 'untested', found: 'The run did not come to its end.', breach: undefined };
}
