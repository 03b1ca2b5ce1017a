/** The rules and categories that a configuration may name. The linter passes them in as `ruleNames`, so that this folder does not import the rules. */
export interface RuleNames {
    /** Rule ids. */
    readonly rules: readonly string[];
    readonly categories: readonly string[];
    /** The category of a rule; undefined for an unknown rule. */
    categoryOf(rule: string): string | undefined;
}
