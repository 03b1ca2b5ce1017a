import type { Hierarchy, Scenario } from '@sup/model';
import { Run, type RunOptions } from './engine/run.js';
import { Judge } from './judge/judge.js';
import type { Judgement } from './judge/judgement.js';
import { PropagationMeter, type Propagation } from './measure/propagation.js';
import { type Series, SeriesMeter } from './measure/series.js';
import { summarize, type Summary } from './measure/summary.js';

/** What came of a scenario. */
export interface SimulationResult {
    readonly scenario: Scenario;
    /** Whether the run was given up because too much happened in it; what is said of it then ends there. */
    readonly isExhausted: boolean;
    /** Minutes simulated. */
    readonly duration: number;
    readonly events: number;
    readonly judgements: readonly Judgement[];
    /** The slowest way of an update to the last client; undefined where no new one reached all of them. */
    readonly propagation: Propagation | undefined;
    readonly summary: Summary;
    /** Quantities over time, where they were asked for. */
    readonly series: Series | undefined;
}

/** `samples` asks for {@link Series}: so many of each quantity. */
export interface SimulationOptions extends RunOptions {
    readonly samples?: number;
}

/** Events between two looks at whether somebody still waits. */
const chunkSize = 2_000;

/** A scenario under way: run, judged and measured. */
export class Simulation {
    private readonly run: Run;
    private readonly judge: Judge;
    private readonly series: SeriesMeter | undefined;
    private readonly propagation = new PropagationMeter();

    constructor(hierarchy: Hierarchy, private readonly scenario: Scenario, options: SimulationOptions) {
        this.run = new Run(hierarchy, scenario, options);
        this.judge = new Judge(this.run.world, scenario.expectations, this.run.duration);
        this.series = options.samples === undefined ? undefined : new SeriesMeter(this.run.world, this.run.duration, options.samples);
        this.run.world.observers.push(this.judge, this.propagation);
    }

    /** Handles some events; true when it is over. See {@link Run.advance}. */
    advance(events: number): boolean {
        return this.run.advance(events);
    }

    /** The share of the run that is over, from 0 to 1. */
    get progress(): number {
        return this.run.duration === 0 ? 1 : this.run.world.time / this.run.duration;
    }

    /** Runs to the end, and yields the share that is over now and then, so that whoever asks can stop or do something else. */
    *inChunks(): Generator<number, SimulationResult> {
        while (!this.advance(chunkSize)) {
            yield this.progress;
        }
        return this.result();
    }

    /** To be asked once it is over. */
    result(): SimulationResult {
        const { world, isExhausted } = this.run;
        return {
            scenario: this.scenario, isExhausted, duration: world.time, events: world.steps,
            judgements: this.judge.judgements(), propagation: this.propagation.worst, summary: summarize(world), series: this.series?.result()
        };
    }
}

/** Runs a scenario to its end, in one go. */
export function simulate(hierarchy: Hierarchy, scenario: Scenario, options: SimulationOptions): SimulationResult {
    const simulation = new Simulation(hierarchy, scenario, options);
    while (!simulation.advance(100_000));
    return simulation.result();
}
