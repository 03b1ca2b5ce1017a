import { statementOf } from '../../../syntax/catalogue/statements.js';
import { moveStatement, removeStatement } from '../../edits/edit.js';
import type * as ast from '../../../syntax/generated/ast.js';
import { defineRule } from '../../define-rule.js';
import { placeText, targetText } from '../../rule-helpers/block-texts.js';
import { type BlockName, blockNameOf, blockOf } from '../../../syntax/tree/blocks.js';
import { isMisclosed } from '../../../syntax/tree/braces.js';
import { describe } from '../../../syntax/tree/describe.js';
import { nearbyBlocks } from '../../../syntax/tree/nearby.js';

export default defineRule({
    id: 'misplaced-statement',
    since: '0.1.0',
    summary: 'Every statement is in a block that it belongs to.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        misplaced: ({ statement, place, blocks }: { statement: string; place: string; blocks: readonly BlockName[] }) => ({
            what: `\`${statement}\` does not belong ${placeText(place)}.`,
            why: 'The statement is ignored here, so it is not part of the plan.',
            todo: `Move it ${targetText(blocks)}, or remove it.`
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const definition = statementOf(statement);
            const block = blockOf(statement);
            const place = blockNameOf(block);
            // After a missing brace, every statement seems misplaced.
            if (!definition || !place || definition.blocks.includes(place) || isMisclosed(block)) {
                return;
            }
            const named = 'name' in statement && statement.name ? describe(statement) : `\`${definition.name}\``;
            context.report('misplaced', {
                at: { of: statement },
                args: { statement: definition.name, place, blocks: definition.blocks },
                fixes: () => [
                    ...nearbyBlocks(block, candidate => candidate !== statement && definition.blocks.includes(blockNameOf(candidate)!)).map(target => ({
                        title: `Move ${named} to ${describe(target)}`,
                        edits: [moveStatement(statement, target as ast.Member)]
                    })),
                    { title: `Remove ${named}`, edits: [removeStatement(statement)] }
                ]
            });
        }
    }
});
