import type { LangiumDocument } from 'langium';
import type { Scenario } from '@sup/model';
import type { RunOptions } from '@sup/simulation';
import type { Plans } from './plans.js';

/** The options of all commands that simulate. */
export interface SimulationOptions {
    /** The seed for random values; overrides scenarios and configuration. */
    readonly seed?: number;
    /** A run stops after this many events. */
    readonly maxEvents?: number;
}

/** The options for runs of a document: those of the command line, then those of the configuration that applies to the document. */
export function runOptionsFor({ uri }: LangiumDocument, { configFiles }: Plans, { seed, maxEvents }: SimulationOptions): RunOptions {
    const configured = configFiles.simulationFor(uri);
    return { seed: seed ?? configured.seed, assumptions: configured.assumptions, budget: maxEvents };
}

/** The scenario with the seed of the command line, if there is one. Keeps the event and expectation objects, so that their places can still be found. */
export function withSeed(scenario: Scenario, { seed }: SimulationOptions): Scenario {
    return seed === undefined ? scenario : { ...scenario, seed };
}
