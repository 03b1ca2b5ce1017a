import { blocksWith, definitionIn, keysOf } from '../../../syntax/catalogue/properties.js';
import { removeStatement, renameProperty, replaceText } from '../../edits/edit.js';
import { likelyValues } from '../../edits/fix-value.js';
import * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { AstUtils } from 'langium';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { type BlockName, blockNameOf, blockOf, keyOf, membersOf } from '../../../syntax/tree/blocks.js';
import { ownerOfBrokenOff, sentenceBefore } from '../../../syntax/tree/broken-off.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { restOfLine } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'unknown-property',
    since: '0.1.0',
    summary: 'Every property is one that the language knows.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unknown: ({ key, block }: { key: string; block: BlockName }) => ({
            what: `${inCode(key)} is no property of the language.`,
            why: 'Nothing reads it, so what it says is not part of the plan.',
            todo: keysOf(block).length > 0 ? `A ${block} block takes ${keysOf(block).map(each => `\`${each}\``).join(', ')}.` : 'Take it out; a property stands in a block.'
        }),
        unquoted: ({ key, owner }: { key: string; owner: string }) => ({
            what: `The value of \`${owner}\` holds a colon and is not in quotes.`,
            why: `What stands before a colon is a key, so \`${owner}\` has no value and ${inCode(key)} is read as a property of its own.`,
            todo: 'Write the address or the path in double quotes.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const block = ast.isProperty(statement) ? blockNameOf(blockOf(statement)) : undefined;
            if (!ast.isProperty(statement) || !block || sentenceBefore(statement)) {
                return;
            }
            const key = keyOf(statement);
            const owner = ownerOfBrokenOff(statement);
            if (owner) {
                context.report('unquoted', { at: { of: statement, part: 'key' }, args: { key, owner: keyOf(owner) }, fixes: () => putInQuotes(statement, owner) });
            } else if (!definitionIn(blockOf(statement), key) && blocksWith(key).length === 0) {
                context.report('unknown', {
                    at: { of: statement, part: 'key' },
                    args: { key, block },
                    fixes: () => [
                        ...likely(key, keysOf(block)).map(meant => ({ title: `Change to \`${meant}\``, edits: [renameProperty(statement, meant)] })),
                        { title: `Remove ${inCode(key)}`, edits: [removeStatement(statement)] }
                    ]
                });
            }
        }
    }
});

/** Keys that are spelt alike, and the key that another word was put before, as in `site mode`. */
function likely(key: string, keys: readonly string[]): readonly string[] {
    const last = key.slice(key.lastIndexOf(' ') + 1);
    return [...new Set([...nearest(key, keys), ...keys.filter(each => each === last)])];
}

/** The value as a text or, where its property takes none, as something that it takes. */
function putInQuotes(property: ast.Property, owner: ast.Property): readonly Fix[] {
    const document = AstUtils.getDocument(property);
    const text = document.textDocument.getText();
    const rest = restOfLine(text, property.$cstNode!.offset);
    const next = membersOf(blockOf(property))[(property.$containerIndex ?? 0) + 1]?.$cstNode?.offset ?? Infinity;
    const written = text.slice(rest.offset, Math.min(rest.end, next)).trimEnd();
    const span = { offset: rest.offset, end: rest.offset + written.length };
    const type = definitionIn(blockOf(owner), keyOf(owner))?.value;
    const isText = !type || type.read([[{ kind: 'text', text: written }]]) !== undefined;
    return (isText ? [quoteString(written)] : likelyValues(type, written)).map(value => ({ title: `Write ${inCode(value)}`, edits: [replaceText(document, span, value)] }));
}
