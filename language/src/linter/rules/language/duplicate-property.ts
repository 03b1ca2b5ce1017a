import { counted } from '@sup/model';
import { definitionIn } from '../../../syntax/catalogue/properties.js';
import { removeStatement } from '../../edits/edit.js';
import * as ast from '../../../syntax/generated/ast.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { keyOf, membersOf } from '../../../syntax/tree/blocks.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { describe } from '../../../syntax/tree/describe.js';

export default defineRule({
    id: 'duplicate-property',
    since: '0.1.0',
    summary: 'A property appears at most once in its block.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        repeated: ({ key, count, block }: { key: string; count: number; block: string }) => ({
            what: `\`${key}\` appears ${count === 2 ? 'twice' : counted(count, 'time')} in ${block}.`,
            why: 'Only the first one counts; the others are ignored.',
            todo: 'Keep one of them, and remove the others.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (!('body' in statement) || !statement.body) {
                return;
            }
            for (const [key, properties] of Map.groupBy(membersOf(statement).filter(ast.isProperty), keyOf)) {
                const second = properties[1];
                if (second && definitionIn(statement, key)) {
                    context.report('repeated', {
                        at: { of: second, part: 'key' },
                        args: { key, count: properties.length, block: describe(statement) },
                        related: properties.filter(property => property !== second).map(property => ({ of: property, part: 'key', message: `\`${key}\` also appears here` })),
                        fixes: () => fixesFor(properties)
                    });
                }
            }
        }
    }
});

/** Fixes that keep the first or the last property; a single one if both are the same. */
function fixesFor(properties: readonly ast.Property[]): readonly Fix[] {
    const [first, last] = [properties[0]!, properties.at(-1)!];
    const keep = (kept: ast.Property, which: string): Fix => ({
        title: `Keep ${which}${inCode(kept.$cstNode!.text)}`,
        edits: properties.filter(property => property !== kept).map(removeStatement)
    });
    return first.$cstNode!.text === last.$cstNode!.text ? [keep(first, 'one ')] : [keep(first, 'the first: '), keep(last, 'the last: ')];
}
