import type * as ast from '../syntax/generated/ast.js';
import type { Finding } from './finding.js';

/** An `allow` statement, and the findings that it silences. */
export interface Risk {
    readonly allow: ast.Allow;
    /** The findings that it silences. */
    readonly silenced: readonly Finding[];
    /** Why the `allow` is not in force, even if it matches a finding; undefined if it is in force. */
    readonly inert: 'no-rule' | 'no-reason' | 'bad-date' | 'ended' | Exclude<Permission, 'yes'> | undefined;
    /** Rules with names similar to an unknown one. */
    similar(): readonly string[];
}

/**
 * Whether an `allow` may accept a rule's findings: `no-risk` are findings about how the plan is written, which are not a risk that
 * anyone can accept; `forbidden` is listed under `neverAllow` in the configuration.
 */
export type Permission = 'yes' | 'unknown-rule' | 'no-risk' | 'forbidden';
