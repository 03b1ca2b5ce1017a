import type { Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import type { RunOptions } from '../engine/run.js';
import type { Breach } from '../judge/judgement.js';
import { Simulation } from '../simulate.js';
import { mapProgress } from '../map-progress.js';
import { TraceCollector } from '../trace/collector.js';
import type { TraceEntry } from '../trace/entry.js';
import { chainTo } from './chain.js';
import { shrink } from './shrink.js';

/** Explains why an expectation is broken. */
export interface Explanation {
    readonly breach: Breach;
    /** The events of the scenario that are needed to break it. */
    readonly needed: readonly ScenarioEvent[];
    /** The number of all events of the scenario. */
    readonly events: number;
    /** The trace entries that led to the breach, in order, when only these events happen. */
    readonly chain: readonly TraceEntry[];
}

/**
 * Runs a scenario with only those events that are needed to break one of its expectations, and returns the chain of entries that led to the
 * breach. Returns undefined if the expectation is not broken. Yields regularly, so that the caller can cancel.
 */
export function* explain(hierarchy: Hierarchy, scenario: Scenario, expectation: number, options: RunOptions): Generator<void, Explanation | undefined> {
    const needed = yield* shrink(hierarchy, scenario, expectation, options);
    const collector = new TraceCollector();
    const smaller = { ...scenario, events: needed, expectations: [scenario.expectations[expectation]!] };
    const simulation = new Simulation(hierarchy, smaller, { ...options, observers: [collector] });
    const { judgements } = yield* mapProgress(simulation.inChunks(), () => undefined);
    const breach = judgements[0]?.breach;
    return breach && { breach, needed, events: scenario.events.length, chain: breach.entry === undefined ? [] : chainTo(collector.entries, breach.entry) };
}
