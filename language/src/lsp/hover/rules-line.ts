import { rulePage } from '../../linter/diagnostics.js';
import { rulesByProperty } from '../../linter/rules-by-property.js';
import type * as ast from '../../syntax/generated/ast.js';
import { blockNameOf, blockOf, keyOf } from '../../syntax/tree/blocks.js';
import { type Markdown, trusted } from '../markdown.js';

/** The number of rules that a hover names. */
const maxRules = 6;

/** Links to the rules that report a property; undefined if there are none. */
export function rulesLine(property: ast.Property, documentation: (page: string) => string): Markdown | undefined {
    const rules = rulesByProperty.get(`${blockNameOf(blockOf(property)) ?? ''}: ${keyOf(property)}`) ?? [];
    const links = rules.slice(0, maxRules).map(id => `[${id}](${documentation(rulePage(id))})`);
    const more = rules.length > maxRules ? `, and ${rules.length - maxRules} more` : '';
    return rules.length === 0 ? undefined : trusted(`Rules: ${links.join(', ')}${more}.`);
}
