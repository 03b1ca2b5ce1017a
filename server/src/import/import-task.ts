import type { ImportedPlan, ImportOptions } from '@sup/import';

/** The task of the worker. */
export interface ImportTask extends ImportOptions {
    readonly paths: readonly string[];
}

/** The answer of the worker: a plan that is not laid out yet, or why there is none. */
export type ImportResult = ImportedPlan | { readonly objection: string };
