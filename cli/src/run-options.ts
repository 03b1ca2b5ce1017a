import type { LangiumDocument } from 'langium';
import type { Scenario } from '@sup/model';
import type { RunOptions } from '@sup/simulation';
import type { Plans } from './plans.js';

/** What the options of every command that simulates say. */
export interface SimulationOptions {
    /** What chance is drawn from, whatever scenarios and configuration say. */
    readonly seed?: number;
    /** After so many events a run is given up. */
    readonly maxEvents?: number;
}

/** How to run what a document says: as the command line has it, then the configuration that holds for the document. */
export function runOptionsFor({ uri }: LangiumDocument, { configFiles }: Plans, { seed, maxEvents }: SimulationOptions): RunOptions {
    const configured = configFiles.simulationFor(uri);
    return { seed: seed ?? configured.seed, assumptions: configured.assumptions, budget: maxEvents };
}

/** A scenario with the seed of the command line, where there is one. Its events and expectations are the same, so their places are. */
export function withSeed(scenario: Scenario, { seed }: SimulationOptions): Scenario {
    return seed === undefined ? scenario : { ...scenario, seed };
}
