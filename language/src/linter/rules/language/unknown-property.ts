import { isRestOfLaterKey, laterWordIn } from '../../../syntax/catalogue/later-releases.js';
import { blocksWith, definitionIn, keysOf } from '../../../syntax/catalogue/properties.js';
import { statements } from '../../../syntax/catalogue/statements.js';
import { removeStatement, renameProperty, replaceText } from '../../edits/edit.js';
import { likelyValues } from '../../edits/fix-value.js';
import { parentBeforeBlock } from '../../edits/parent-edits.js';
import * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { AstUtils, GrammarUtils } from 'langium';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { type BlockName, blockNameOf, blockOf, keyOf, membersOf } from '../../../syntax/tree/blocks.js';
import { ownerOfBrokenOff, sentenceBefore } from '../../../syntax/tree/broken-off.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { itemsOf, wordsOf } from '../../../syntax/tree/items.js';
import { restOfLine } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'unknown-property',
    since: '0.1.0',
    summary: 'Every property exists in the language.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unknown: ({ key, block }: { key: string; block: BlockName }) => ({
            what: `${inCode(key)} is not a property of the language.`,
            why: 'The property is ignored, so it is not part of the plan.',
            todo: keysOf(block).length > 0 ? `Use a property of the ${block} block: ${keysOf(block).map(each => `\`${each}\``).join(', ')}.` : 'Remove it; properties belong in blocks.'
        }),
        statement: ({ key }: { key: string }) => ({
            what: `${inCode(key)} is a statement, not a property, but it has a colon.`,
            why: 'The line is read as an unknown property, so it is not part of the plan.',
            todo: 'Write the statement without the colon.'
        }),
        parent: ({ key, codes }: { key: string; codes: string }) => ({
            what: `${inCode(key)} is not a property of the language: the parent of a site is stated before its block.`,
            why: 'The property is ignored; only `reports to` before the block gives a site its parent.',
            todo: `Write \`reports to ${codes}\` before the \`{\` of the site.`
        }),
        unquoted: ({ key, owner }: { key: string; owner: string }) => ({
            what: `The value of \`${owner}\` contains a colon and is not in quotes.`,
            why: `The text before a colon is a property key, so \`${owner}\` has no value and ${inCode(key)} is read as a separate property.`,
            todo: 'Write the address or the path in double quotes.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const block = ast.isProperty(statement) ? blockNameOf(blockOf(statement)) : undefined;
            if (!ast.isProperty(statement) || !block || sentenceBefore(statement) || isRestOfLaterKey(statement)) {
                return;
            }
            const key = keyOf(statement);
            const owner = ownerOfBrokenOff(statement);
            if (owner) {
                context.report('unquoted', { at: { of: statement, part: 'key' }, args: { key, owner: keyOf(owner) }, fixes: () => putInQuotes(statement, owner) });
            } else if (!definitionIn(blockOf(statement), key) && blocksWith(key).length === 0 && !laterWordIn(statement)) {
                const codes = parentIn(statement, key);
                if (codes !== undefined) {
                    const site = blockOf(statement) as ast.Site;
                    context.report('parent', {
                        at: { of: statement, part: 'key' },
                        args: { key, codes },
                        fixes: () => [...parentBeforeBlock(site, codes, statement.$cstNode!), { title: `Remove ${inCode(key)}`, edits: [removeStatement(statement)] }]
                    });
                    return;
                }
                const intended = asStatement(statement, key, block);
                context.report(intended ? 'statement' : 'unknown', {
                    at: { of: statement, part: 'key' },
                    args: { key, block },
                    fixes: () => [
                        ...intended ? [intended] : [],
                        ...similarKeys(key, keysOf(block)).map(meant => ({ title: `Change to \`${meant}\``, edits: [renameProperty(statement, meant)] })),
                        { title: `Remove ${inCode(key)}`, edits: [removeStatement(statement)] }
                    ]
                });
            }
        }
    }
});

/** The codes of the parents that a property in the block of a site names. */
function parentIn(property: ast.Property, key: string): string | undefined {
    const codes = property.values.map((_, i) => wordsOf(itemsOf(property)[i]));
    return ast.isSite(blockOf(property)) && /^(?:parent(?: site)?|reports(?: to)?)$/i.test(key) && codes.length > 0 && codes.every(code => code !== undefined && /^\w+$/.test(code)) ? codes.join(', ') : undefined;
}

/** The statement that a key with a colon begins, if its block can contain it. */
function asStatement(property: ast.Property, key: string, block: BlockName): Fix | undefined {
    const isStatement = [...statements.values()].some(({ name, blocks }) => blocks.includes(block) && (key === name || (name === 'site' && /^(?:central|primary|secondary) site$/.test(key))));
    const colon = GrammarUtils.findNodeForKeyword(property.$cstNode, ':');
    if (!isStatement || !colon) {
        return undefined;
    }
    const document = AstUtils.getDocument(property);
    if (key !== flag) {
        return { title: 'Remove the colon', edits: [replaceText(document, { offset: colon.offset, end: colon.end }, '')] };
    }
    return /:\s*(?:no|false)\b/i.test(property.$cstNode!.text) ? undefined : { title: `Write \`${flag}\``, edits: [replaceText(document, property.$cstNode!, flag)] };
}

/** The only statement that consists of its keyword. */
const flag = 'site server';

/** Keys with a similar spelling, and a key that has an extra word before it, as in `site mode`. */
function similarKeys(key: string, keys: readonly string[]): readonly string[] {
    const last = key.slice(key.lastIndexOf(' ') + 1);
    return [...new Set([...nearest(key, keys), ...keys.filter(each => each === last)])];
}

/** Fixes that write the value in quotes or, if its property does not take a text, as a valid value. */
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
