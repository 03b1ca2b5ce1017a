import { stringify } from '../stringify.js';
import type { ListedRules } from './rules.js';

/** The rule set as JSON. Properties that do not apply are null. */
export function json({ configuration, rules }: ListedRules): string {
    return `${stringify({
        configuration: configuration ?? null,
        rules: rules.map(({ rule: { id, category, fixable, since, summary, sources }, level, configured }) => ({ id, category, level, configured: configured ?? null, fixable, since, summary, sources }))
    })}\n`;
}
