import type { Assumptions } from '@sup/model';

/** The severities of a diagnostic. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = typeof severities[number];

/** The levels of a rule. */
export const levels = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type Level = typeof levels[number];

/** Levels by rule id or `category:NAME`, the rules that no `allow` may silence, and assumptions that differ from the defaults, for rules that calculate. */
export interface RuleSettings {
    readonly levels: ReadonlyMap<string, Level>;
    readonly neverAllow: ReadonlySet<string>;
    readonly assumptions?: Partial<Assumptions> | undefined;
}

export const defaultRuleSettings: RuleSettings = { levels: new Map(), neverAllow: new Set() };
