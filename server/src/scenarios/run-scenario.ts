import type { ExpectationOutcome, ScenarioOutcome, TraceStep } from '@sup/protocol/server';
import { changeText, entryText, explain, type Judgement, judgementText, logLine, lastClientText, momentText, type Observer, Simulation, type SimulationResult, mapProgress, TraceCollector, type TraceEntry } from '@sup/simulation';
import { faultsOf, locationOf, sourceTextOf } from '@sup/language';
import { number } from '@sup/model';
import type { Work } from './in-chunks.js';
import type { FoundScenario } from './workspace-scenarios.js';

/** The share of the progress that the run itself takes; explaining broken expectations takes the rest. */
const runShare = 0.6;

type Steps = Pick<ExpectationOutcome, 'steps' | 'usedEvents'>;
const unexplained: Steps = { steps: [], usedEvents: undefined };

/** Runs a scenario and notifies observers of its trace. */
export function run({ hierarchy, scenario, options }: FoundScenario, observers: readonly Observer[] = []): Work<SimulationResult> {
    return new Simulation(hierarchy, scenario, { ...options, observers }).inChunks();
}

/** Runs a scenario and explains each broken expectation. */
export function* runScenario(found: FoundScenario): Work<ScenarioOutcome> {
    const start = performance.now();
    const result = yield* mapProgress(run(found), share => share * runShare);
    const { judgements, isExhausted, events: count } = result;
    const [fault] = faultsOf(found.scenario, found.hierarchy);
    const problem = found.scenario.duration === undefined ? 'The scenario has no duration.'
        : isExhausted ? entryText({ kind: 'stopped', events: count })
            : fault && `Line ${number(fault.range.start.line + 1)}: ${fault.message}`;
    const expectations: ExpectationOutcome[] = [];
    for (const [i, judgement] of judgements.entries()) {
        // An incomplete run proves nothing.
        const steps = judgement.breach && !problem ? yield* explainSteps(found, i, runShare + (1 - runShare) * i / judgements.length) : unexplained;
        expectations.push(problem === undefined ? outcomeOf(judgement, steps) : { ...outcomeOf(judgement, unexplained), verdict: 'untested', message: problem, time: undefined });
    }
    return { expectations, problem, headline: problem === undefined ? [...lastClientText(result)] : [], milliseconds: Math.round(performance.now() - start) };
}

function* explainSteps({ hierarchy, scenario, options }: FoundScenario, index: number, progress: number): Work<Steps> {
    const explanation = yield* mapProgress(explain(hierarchy, scenario, index, options), () => progress);
    const { chain = [], needed = [], events = 0 } = explanation ?? {};
    return { steps: chain.map(stepOf), usedEvents: needed.length === events ? undefined : { needed: needed.length, of: events } };
}

function stepOf(entry: TraceEntry): TraceStep {
    const site = entry.site === undefined ? '' : `${entry.site} `;
    return {
        time: momentText(entry.time), text: `${site}${entry.component}${entry.status === undefined ? '' : ` ${entry.status}`}: ${entryText(entry.details)}`,
        changed: changeText(entry.details), locations: entry.elements.map(element => locationOf(element))
    };
}

function outcomeOf(judgement: Judgement, steps: Steps): ExpectationOutcome {
    const { expectation, verdict, breach } = judgement;
    return {
        text: sourceTextOf(expectation), range: locationOf(expectation).range, verdict, ...steps,
        message: judgementText(judgement), time: breach && momentText(breach.time)
    };
}

/** The trace, one event per line. A very long one ends with a line that states how many entries were dropped. */
export function* traceOf(found: FoundScenario): Work<string> {
    const collector = new TraceCollector(200_000);
    yield* run(found, [collector]);
    const lines = collector.entries.map(logLine);
    return [...lines, ...collector.dropped > 0 ? [`… and ${number(collector.dropped)} more.`] : [], ''].join('\n');
}
