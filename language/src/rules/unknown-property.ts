import { blocksWith, definitionIn, keysOf } from '../catalogue/properties.js';
import { removeStatement, renameProperty } from '../edits/edit.js';
import * as ast from '../generated/ast.js';
import { defineRule } from '../shelf/define-rule.js';
import { nearest } from '../shelf/nearest.js';
import { blockNameOf, blockOf, keyOf } from '../syntax/blocks.js';

export default defineRule({
    id: 'unknown-property',
    since: '0.1.0',
    summary: 'Every property is one that the language knows.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unknown: ({ key, block, keys }: { key: string; block: string; keys: readonly string[] }) => ({
            what: `\`${key}\` is no property of the language.`,
            why: 'Nothing reads it, so what it says is not part of the plan.',
            todo: keys.length > 0 ? `A ${block} block takes ${keys.map(each => `\`${each}\``).join(', ')}.` : 'Take it out.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const block = ast.isProperty(statement) ? blockNameOf(blockOf(statement)) : undefined;
            if (!ast.isProperty(statement) || !block || definitionIn(blockOf(statement), keyOf(statement)) || blocksWith(keyOf(statement)).length > 0) {
                return;
            }
            const key = keyOf(statement);
            const keys = keysOf(block);
            context.report('unknown', {
                at: { of: statement, part: 'key' },
                args: { key, block, keys },
                fixes: () => [
                    ...nearest(key, keys).map(meant => ({ title: `Change to \`${meant}\``, edits: [renameProperty(statement, meant)] })),
                    { title: `Remove \`${key}\``, edits: [removeStatement(statement)] }
                ]
            });
        }
    }
});
