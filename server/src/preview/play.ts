import type { LangiumDocument } from 'langium';
import { type Hierarchy, type Scenario, type ScenarioEvent, settledStart } from '@sup/model';
import { readEvent, sourceTextOf, type SupServices } from '@sup/language';
import { differenceOf, Recorder, type Recording } from '@sup/playback';
import type { PlayedRun, RunDefinition, TimedEvent } from '@sup/protocol/server';
import { answeringDuration, plainScenario, type RunOptions, Simulation, mapProgress, TraceCollector } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
import type { SceneParts } from './scene-parts.js';
import type { RunLogs } from './run-logs.js';

/** The maximum number of trace entries in the log of a run. */
const maxLogEntries = 300_000;

/** Everything that is needed to play a run. */
export interface RunContext {
    readonly document: LangiumDocument;
    readonly hierarchy: Hierarchy;
    readonly parts: SceneParts;
    readonly options: RunOptions;
}

interface Recorded {
    readonly recording: Recording;
    readonly collector: TraceCollector;
}

/** Runs by the title of their scenario. */
type RunCache = WeakMap<Hierarchy, Map<string | undefined, Recorded>>;

/** Plays scenarios and plans as they are, with additional events of the user. */
export class Player {
    /** The run of each scenario without additional events, cached until its hierarchy changes. */
    private readonly baselines: RunCache = new WeakMap();
    private readonly undisturbed: RunCache = new WeakMap();

    constructor(private readonly services: SupServices, private readonly logs: RunLogs) {}

    /** The scenario with a title, or the plan as it is after weeks of operation; undefined if no scenario has the title. */
    scenarioOf({ document, hierarchy, options }: RunContext, title: string | undefined): Scenario | undefined {
        return title === undefined ? { ...plainScenario(answeringDuration(hierarchy, options.assumptions)), assumptions: { start: settledStart } } : this.services.analysis.hierarchies.allScenarios(document).find(each => each.title === title);
    }

    *play(context: RunContext, scenario: Scenario, question: RunDefinition): Work<PlayedRun> {
        const { events, refused } = this.read(question.events);
        if (scenario.events.length + events.length === 0) {
            return this.playedRun(context, yield* this.playBaseline(context, scenario), undefined, refused);
        }
        const undisturbed = yield* mapProgress(this.playUndisturbed(context, scenario), done => done / 2);
        const played = events.length === 0 ? this.playBaseline(context, scenario) : record(context, { ...scenario, events: [...scenario.events, ...events] });
        return this.playedRun(context, yield* mapProgress(played, done => (1 + done) / 2), undisturbed, refused);
    }

    private playedRun(context: RunContext, { recording, collector }: Recorded, undisturbed: Recorded | undefined, refused: PlayedRun['refused']): PlayedRun {
        return { run: this.logs.add(collector, context), recording, refused, lines: collector.entries.length, difference: undisturbed && differenceOf(undisturbed.recording, recording) };
    }

    /** Parses events, and reports why the others cannot be parsed. */
    read(events: readonly TimedEvent[]): { readonly events: readonly ScenarioEvent[]; readonly refused: PlayedRun['refused'] } {
        const read = events.map(({ at, event }) => readEvent(this.services.parser.LangiumParser, event, at));
        return {
            events: read.flatMap(each => 'event' in each ? [each.event] : []),
            refused: read.flatMap((each, index) => 'message' in each ? [{ index, message: each.message }] : [])
        };
    }

    private playBaseline(context: RunContext, scenario: Scenario): Work<Recorded> {
        return playCached(this.baselines, context, scenario);
    }

    /** The run of a scenario without its events. */
    private playUndisturbed(context: RunContext, scenario: Scenario): Work<Recorded> {
        return playCached(this.undisturbed, context, { ...scenario, events: [] });
    }
}

function* playCached(cache: RunCache, context: RunContext, scenario: Scenario): Work<Recorded> {
    const cached = cache.get(context.hierarchy) ?? new Map<string | undefined, Recorded>();
    cache.set(context.hierarchy, cached);
    const run = cached.get(scenario.title) ?? (yield* record(context, scenario));
    cached.set(scenario.title, run);
    return run;
}

function* record({ hierarchy, parts, options }: RunContext, scenario: Scenario): Work<Recorded> {
    const recorder = new Recorder({ duration: scenario.duration ?? 0, idOf: part => parts.idOf(part), textOf: sourceTextOf });
    const collector = new TraceCollector(maxLogEntries);
    const simulation = new Simulation(hierarchy, scenario, { ...options, observers: [recorder, collector] });
    return { recording: recorder.result(yield* simulation.inChunks()), collector };
}
