import type { LangiumDocument } from 'langium';
import type { Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import { readEvent, sourceTextOf, type SupServices } from '@sup/language';
import { differenceOf, Recorder, type Recording } from '@sup/playback';
import type { PlayedRun, RunQuestion, TimedEvent } from '@sup/protocol/server';
import { plainScenario, type RunOptions, Simulation, mapProgress, TraceCollector } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
import type { Parts } from './parts.js';
import type { RunLogs } from './run-logs.js';

/** How long the plan is played as it is, in minutes: long enough for two weekly synchronizations and the scans after them. */
export const plainDuration = 14 * 24 * 60;

/** Trace entries that the log of a run keeps. */
const longestLog = 300_000;

/** What it takes to play a run. */
export interface Stage {
    readonly document: LangiumDocument;
    readonly hierarchy: Hierarchy;
    readonly parts: Parts;
    readonly options: RunOptions;
}

interface Recorded {
    readonly recording: Recording;
    readonly collector: TraceCollector;
}

/** Plays scenarios, and plans as they are, with whatever else somebody lets happen. */
export class Player {
    /** The run of each scenario with nothing else happening, until its hierarchy is another. */
    private readonly undisturbed = new WeakMap<Hierarchy, Map<string | undefined, Recorded>>();

    constructor(private readonly services: SupServices, private readonly logs: RunLogs) {}

    /** The scenario that a question is about; undefined where there is none of that title. */
    scenarioOf(document: LangiumDocument, title: string | undefined): Scenario | undefined {
        return title === undefined ? plainScenario(plainDuration) : this.services.analysis.hierarchies.allScenarios(document).find(each => each.title === title);
    }

    *play(stage: Stage, scenario: Scenario, question: RunQuestion): Work<PlayedRun> {
        const { events, refused } = this.read(question.events);
        const share = events.length > 0 ? 0.5 : 1;
        const before = yield* mapProgress(this.playUndisturbed(stage, scenario), done => done * share);
        const after = events.length === 0 ? before
            : yield* mapProgress(record(stage, { ...scenario, events: [...scenario.events, ...events] }), done => share + done * (1 - share));
        return {
            run: this.logs.keep(after.collector, stage), recording: after.recording, refused, lines: after.collector.entries.length,
            difference: events.length === 0 ? undefined : differenceOf(before.recording, after.recording)
        };
    }

    /** Events that can be read, and why the others cannot. */
    read(events: readonly TimedEvent[]): { readonly events: readonly ScenarioEvent[]; readonly refused: PlayedRun['refused'] } {
        const read = events.map(({ at, event }) => readEvent(this.services.parser.LangiumParser, event, at));
        return {
            events: read.flatMap(each => 'event' in each ? [each.event] : []),
            refused: read.flatMap((each, index) => 'message' in each ? [{ index, message: each.message }] : [])
        };
    }

    private *playUndisturbed(stage: Stage, scenario: Scenario): Work<Recorded> {
        const known = this.undisturbed.get(stage.hierarchy) ?? new Map<string | undefined, Recorded>();
        this.undisturbed.set(stage.hierarchy, known);
        const run = known.get(scenario.title) ?? (yield* record(stage, scenario));
        known.set(scenario.title, run);
        return run;
    }
}

function* record({ hierarchy, parts, options }: Stage, scenario: Scenario): Work<Recorded> {
    const recorder = new Recorder({ idOf: part => parts.idOf(part), textOf: sourceTextOf });
    const collector = new TraceCollector(longestLog);
    const simulation = new Simulation(hierarchy, scenario, { ...options, observers: [recorder, collector] });
    return { recording: recorder.result(yield* simulation.inChunks()), collector };
}
