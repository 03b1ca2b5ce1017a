import type { Fix, Rule } from './define-rule.js';

/** The only fix of a finding, if its rule marks it as safe: it is preferred, and part of fix-all. */
export function safeFixOf({ fixable }: Rule, [fix, ...others]: readonly Fix[]): Fix | undefined {
    return fixable === 'quickfix' && others.length === 0 && !fix?.isGuess ? fix : undefined;
}
