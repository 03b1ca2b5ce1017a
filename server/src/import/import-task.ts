import type { ImportedPlan, ImportOptions, PlannedHost, Reality } from '@sup/import';

/** A task of the worker: to import files. */
export interface ImportTask extends ImportOptions {
    readonly paths: readonly string[];
}

/** A task of the worker: to read files for a comparison with a plan that has these servers and clusters. */
export interface RealityTask {
    readonly paths: readonly string[];
    readonly planned: readonly PlannedHost[];
}

/** Why there is no answer. */
export interface Objection {
    readonly objection: string;
}

/** The answer of the worker: a plan that is not laid out yet, or why there is none. */
export type ImportResult = ImportedPlan | Objection;

export type RealityResult = Reality | Objection;
