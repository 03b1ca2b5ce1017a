/** The severities of a diagnostic. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = typeof severities[number];

/** The levels of a rule. */
export const levels = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type Level = typeof levels[number];

/** Levels by rule id or `category:NAME`, and the rules that no `allow` may silence. */
export interface RuleSettings {
    readonly levels: ReadonlyMap<string, Level>;
    readonly neverAllow: ReadonlySet<string>;
}

export const defaultRuleSettings: RuleSettings = { levels: new Map(), neverAllow: new Set() };
