import type { ImportedPlan, ImportOptions, PlannedHost, Reality } from '@sup/import';

/** Files for the worker to import. */
export interface ImportTask extends ImportOptions {
    readonly paths: readonly string[];
}

/** Files for the worker to read for a comparison with a plan that has these servers and clusters. */
export interface RealityTask {
    readonly paths: readonly string[];
    readonly planned: readonly PlannedHost[];
}

/** Why the worker has no result. */
export interface Objection {
    readonly objection: string;
}

/** The plan before it is formatted, or why there is none. */
export type ImportResult = ImportedPlan | Objection;

export type RealityResult = Reality | Objection;
