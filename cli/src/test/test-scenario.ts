import { URI } from 'langium';
import { sourceTextOf, unreadIn } from '@sup/language';
import type { Scenario } from '@sup/model';
import { type Breach, entryText, type Explanation, explain, type Judgement, judgementText, Simulation, type SimulationResult } from '@sup/simulation';
import type { Places } from '../places.js';
import type { Plans } from '../plans.js';
import { runOptionsFor, type SimulationOptions, withSeed } from '../run-options.js';
import type { FoundScenario } from '../scenarios.js';
import type { Problem, TestedBreach, TestedExpectation, TestedScenario } from './report.js';

/** Events between two words about progress: a few milliseconds. */
const portion = 2_000;

/** The part of the work, for progress, that the run itself is; the rest explains what is broken. */
const runShare = 0.6;

export interface TestContext {
    readonly plans: Plans;
    readonly places: Places;
    readonly options: SimulationOptions;
    /** Told the share that is done, from 0 to 1. */
    say(share: number): void;
}

/** Runs one scenario, and explains what is broken. */
export function testScenario(found: FoundScenario, { plans, places, options, say }: TestContext): TestedScenario {
    const scenario = withSeed(found.scenario, options);
    const runOptions = runOptionsFor(found.document, plans, options);
    const simulation = new Simulation(found.hierarchy, scenario, runOptions);
    while (!simulation.advance(portion)) {
        say(simulation.progress * runShare);
    }
    const result = simulation.result();
    const { judgements } = result;
    const explainNth = (index: number): Explanation | undefined =>
        finish(explain(found.hierarchy, scenario, index, runOptions), () => say(runShare + (1 - runShare) * index / judgements.length));
    return {
        ...places.of(found.scenario),
        title: scenario.title ?? 'A scenario without a title',
        hierarchy: found.label,
        problems: problemsOf(found.scenario, result, plans, places),
        expectations: judgements.map((judgement, i) => isWhole(result) ? expectationOf(judgement, places, () => explainNth(i)) : cutOff(judgement, places)),
        propagation: result.propagation
    };
}

/** Whether the run went on for as long as the scenario says. */
function isWhole({ scenario, isExhausted }: SimulationResult): boolean {
    return !isExhausted && scenario.duration !== undefined;
}

function problemsOf(scenario: Scenario, { isExhausted, events }: SimulationResult, { pathOf }: Plans, places: Places): readonly Problem[] {
    return [
        ...scenario.duration === undefined ? [{ ...places.of(scenario), message: 'The scenario does not say for how long it runs.' }] : [],
        ...isExhausted ? [{ ...places.of(scenario), message: entryText({ kind: 'stopped', events }) }] : [],
        ...unreadIn(scenario).map(({ uri, range }) => ({ path: pathOf(URI.parse(uri)), range, message: 'This line cannot be read; `sup check` says why.' }))
    ];
}

function expectationOf(judgement: Judgement, places: Places, explainIt: () => Explanation | undefined): TestedExpectation {
    const { expectation, verdict, breach } = judgement;
    return { ...places.of(expectation), text: sourceTextOf(expectation), verdict, found: judgementText(judgement), breach: breach && breachOf(breach, places, explainIt()) };
}

function breachOf({ time, subject }: Breach, places: Places, { needed, chain }: Pick<Explanation, 'needed' | 'chain'> = { needed: [], chain: [] }): TestedBreach {
    return { time, subject, needed: needed.map(event => ({ ...places.of(event), text: sourceTextOf(event) })), chain };
}

/** What is found in a run that was cut off says nothing. */
function cutOff({ expectation }: Judgement, places: Places): TestedExpectation {
    return { ...places.of(expectation), text: sourceTextOf(expectation), verdict: 'untested', found: 'The run did not come to its end.', breach: undefined };
}

/** Does work that says between its steps that it is alive. */
function finish<T>(work: Generator<unknown, T>, alive: () => void): T {
    for (;;) {
        const step = work.next();
        if (step.done) {
            return step.value;
        }
        alive();
    }
}
