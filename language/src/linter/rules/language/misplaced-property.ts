import { blocksWith, definitionIn, keysOf } from '../../../syntax/catalogue/properties.js';
import { moveStatement, removeStatement, renameProperty } from '../../edits/edit.js';
import * as ast from '../../../syntax/generated/ast.js';
import { defineRule } from '../../define-rule.js';
import { placeText, targetText } from '../../rule-helpers/block-texts.js';
import { nearest } from '../../../syntax/nearest.js';
import { type Block, blockNameOf, blockOf, keyOf, propertyOf } from '../../../syntax/tree/blocks.js';
import { isMisclosed } from '../../../syntax/tree/braces.js';
import { brokenOffFrom, ownerOfBrokenOff, sentenceBefore } from '../../../syntax/tree/broken-off.js';
import { describe } from '../../../syntax/tree/describe.js';
import { itemsOf } from '../../../syntax/tree/items.js';
import { nearbyBlocks } from '../../../syntax/tree/nearby.js';
import { isBesideUnreadable } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'misplaced-property',
    since: '0.1.0',
    summary: 'Every property is in a block that it belongs to.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        misplaced: ({ key, place, blocks, alike }: { key: string; place: string; blocks: readonly string[]; alike?: string | undefined }) => ({
            what: `\`${key}\` does not belong ${placeText(place)}.`,
            why: 'The property is ignored here, so it is not part of the plan.',
            todo: `${alike ? `Change it to \`${alike}\`, move it` : 'Move it'} ${targetText(blocks)}, or remove it.`
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (!ast.isProperty(statement)) {
                return;
            }
            const block = blockOf(statement);
            const key = keyOf(statement);
            const place = blockNameOf(block);
            const blocks = blocksWith(key);
            if (!place || blocks.length === 0 || definitionIn(block, key) || isMisread(statement)) {
                return;
            }
            const [alike] = nearest(key, keysOf(place));
            context.report('misplaced', {
                at: { of: statement, part: 'key' },
                args: { key, place, blocks, alike },
                fixes: () => [
                    ...alike ? [{ title: `Change to \`${alike}\``, edits: [renameProperty(statement, alike)] }] : [],
                    ...nearbyBlocks(block, candidate => takes(candidate, statement)).map(target => ({
                        title: `Move \`${key}\` to ${describe(target)}`,
                        edits: [moveStatement(statement, target as ast.Member)]
                    })),
                    { title: `Remove \`${key}\``, edits: [removeStatement(statement)] }
                ]
            });
        }
    }
});

/** Whether another error makes the property seem misplaced: a missing brace or quote, or unreadable text. */
function isMisread(property: ast.Property): boolean {
    return isMisclosed(blockOf(property)) || ownerOfBrokenOff(property) !== undefined || brokenOffFrom(property) !== undefined || sentenceBefore(property) !== undefined
        || isBesideUnreadable(property);
}

/** Whether a block can contain a property with its value, and does not contain that property yet. */
function takes(block: Block, property: ast.Property): boolean {
    const definition = definitionIn(block, keyOf(property));
    return definition !== undefined && propertyOf(block, keyOf(property)) === undefined && definition.value.read(itemsOf(property)) !== undefined;
}
