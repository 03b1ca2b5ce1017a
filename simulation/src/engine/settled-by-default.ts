import { type Assumptions, settledStart } from '@sup/model';
import type { RunOptions } from './run.js';

/** The options for runs without a scenario: the hierarchy has run for weeks, unless the configuration sets its start. */
export function settledByDefault<T extends RunOptions>(options: T): T & { readonly assumptions: Partial<Assumptions> } {
    return { ...options, assumptions: { start: settledStart, ...options.assumptions } };
}
