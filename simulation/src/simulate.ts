import type { Hierarchy, Scenario } from '@sup/model';
import type { Bound } from './bound/bound.js';
import { findBound } from './bound/find-bound.js';
import { Run, type RunOptions } from './engine/run.js';
import { Judge } from './judge/judge.js';
import type { Judgement } from './judge/judgement.js';
import { CatalogAges } from './measure/catalog-ages.js';
import { PropagationMeter, type Propagation } from './measure/propagation.js';
import { type Series, SeriesMeter } from './measure/series.js';
import { summarize, type Summary } from './measure/summary.js';

/** The result of running a scenario. */
export interface SimulationResult {
    readonly scenario: Scenario;
    /** Whether the run exceeded its event budget; the other results then cover only the time up to that point. */
    readonly isExhausted: boolean;
    /** Simulated minutes. */
    readonly duration: number;
    readonly events: number;
    readonly judgements: readonly Judgement[];
    /** How long an update takes to the last client at most, computed from the plan. */
    readonly bound: Bound;
    /** The slowest propagation of an update to the last client in this run; undefined if no new update reached all clients. */
    readonly propagation: Propagation | undefined;
    readonly summary: Summary;
    /** Time series, if requested. */
    readonly series: Series | undefined;
}

export interface SimulationOptions extends RunOptions {
    /** Requests {@link Series} with this many samples of each quantity. */
    readonly samples?: number;
}

/** Events per chunk, after which the caller can report progress or cancel. */
const chunkSize = 2_000;

/** Runs, judges and measures a scenario. */
export class Simulation {
    private readonly run: Run;
    private readonly judge: Judge;
    private readonly series: SeriesMeter | undefined;
    private readonly propagation = new PropagationMeter();
    private readonly ages = new CatalogAges();

    constructor(hierarchy: Hierarchy, private readonly scenario: Scenario, options: SimulationOptions) {
        this.run = new Run(hierarchy, scenario, options);
        this.judge = new Judge(this.run.world, scenario.expectations, this.run.duration);
        this.series = options.samples === undefined ? undefined : new SeriesMeter(this.run.world, this.run.duration, options.samples);
        this.run.world.observers.push(this.judge, this.propagation, this.ages);
    }

    /** Handles up to the given number of events; returns true when the run has ended. See {@link Run.advance}. */
    advance(events: number): boolean {
        return this.run.advance(events);
    }

    /** The completed share of the run, from 0 to 1. */
    get progress(): number {
        return this.run.duration === 0 ? 1 : this.run.world.time / this.run.duration;
    }

    /** Runs to the end and yields the completed share after each chunk, so that the caller can cancel or handle other work. */
    *inChunks(): Generator<number, SimulationResult> {
        while (!this.advance(chunkSize)) {
            yield this.progress;
        }
        return this.result();
    }

    /** Returns the result. Call it after the run has ended. */
    result(): SimulationResult {
        const { world, isExhausted } = this.run;
        let bound: Bound | undefined;
        return {
            scenario: this.scenario, isExhausted, duration: world.time, events: world.steps,
            judgements: this.judge.judgements(), propagation: this.propagation.worst, summary: summarize(world, this.ages), series: this.series?.result(),
            // Computed on demand: few callers need it.
            get bound() {
                return bound ??= findBound(world.hierarchy, world.assumed);
            }
        };
    }
}

/** Runs a scenario to its end without interruption. */
export function simulate(hierarchy: Hierarchy, scenario: Scenario, options: SimulationOptions): SimulationResult {
    const simulation = new Simulation(hierarchy, scenario, options);
    while (!simulation.advance(100_000));
    return simulation.result();
}
