/** The rules and categories that a configuration may name. The linter has them in `ruleNames`; reading a configuration needs no rule itself. */
export interface RuleNames {
    /** Rule ids. */
    readonly rules: readonly string[];
    readonly categories: readonly string[];
}
