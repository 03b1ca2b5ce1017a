import { GrammarUtils } from 'langium';
import { laterWordIn } from '../../../syntax/catalogue/later-releases.js';
import { keysOf } from '../../../syntax/catalogue/properties.js';
import { statements } from '../../../syntax/catalogue/statements.js';
import { removeStatement, rewriteHead } from '../../edits/edit.js';
import * as ast from '../../../syntax/generated/ast.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { type BlockName, blockNameOf, blockOf } from '../../../syntax/tree/blocks.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { isBesideUnreadable } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'unknown-statement',
    since: '0.1.0',
    summary: 'Every line begins with a known statement.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unknown: ({ head, hasBlock, place, lowerCase }: { head: string; hasBlock: boolean; place: BlockName; lowerCase?: string | undefined }) => ({
            what: `No statement begins with ${inCode(head)}.`,
            why: `${hasBlock ? 'Neither this line nor the block after it is' : 'This line is not'} part of the plan.`,
            todo: lowerCase ? `Write \`${lowerCase}\`: keywords are in lower case.` : `${place === 'file' ? 'At the top level of a file' : `In a ${place} block`}, use ${headsIn(place).map(each => `\`${each}\``).join(', ')}${keysOf(place).length > 0 ? ', or a property with a colon after its key' : ''}.`
        }),
        colon: ({ key }: { key: string }) => ({
            what: `A colon is missing after \`${key}\`.`,
            why: 'A property consists of a key, a colon and a value; without the colon, this line is not part of the plan.',
            todo: `Write \`${key}:\`.`
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const place = ast.isUnknownStatement(statement) ? blockNameOf(blockOf(statement)) : undefined;
            // `feature-not-in-2007` reports words of later releases. Unreadable text next to the head is the cause, and is reported as such.
            if (!ast.isUnknownStatement(statement) || !place || laterWordIn(statement) || isBesideUnreadable(statement, headOf(statement))) {
                return;
            }
            const key = keyBefore(wordsOf(statement), keysOf(place));
            const remove = { title: `Remove ${inCode([statement.head, ...statement.rest].join(' '))}${statement.body ? ' and its block' : ''}`, edits: [removeStatement(statement)] };
            if (key !== undefined && !statement.body) {
                context.report('colon', { at: { of: statement, part: 'head' }, args: { key }, fixes: () => [...withColon(statement, [key]), remove] });
            } else {
                context.report('unknown', {
                    at: { of: statement, part: 'head' },
                    args: { head: statement.head, hasBlock: statement.body !== undefined, place, lowerCase: inLowerCase(statement, place) },
                    fixes: () => [...meantHeads(statement, place), ...(statement.body ? [] : withColon(statement, likelyKeys(statement, place))), remove]
                });
            }
        }
    }
});

/** The heads of the statements that a block can contain. */
function headsIn(place: BlockName): readonly string[] {
    const heads = [...statements.values()].filter(statement => statement.blocks.includes(place)).map(({ name }) => name);
    return heads.flatMap(name => name === 'site' ? ['central site', 'primary site', 'secondary site'] : [name]);
}

/** The head that a statement would have in lower case, if there is one. */
function inLowerCase(statement: ast.UnknownStatement, place: BlockName): string | undefined {
    const words = wordsOf(statement).map(word => word.toLowerCase());
    return headsIn(place).find(head => words.slice(0, head.split(' ').length).join(' ') === head);
}

/** Names that other products and documents use for the same thing. */
const synonyms = new Map([
    ['sup', 'software update point'], ['software update', 'software update point'], ['update point', 'software update point'],
    ['sync', 'synchronization'], ['nlb', 'cluster'], ['nlb cluster', 'cluster'], ['computer', 'server'], ['host', 'server'], ['site system', 'server'],
    ['client group', 'clients'], ['central primary site', 'central site'], ['child primary site', 'primary site'],
    ['after', 'at'], ['when', 'at'], ['assert', 'expect'], ['assumptions', 'assume']
]);

/** Fixes that replace the first words of the head by those of a statement that is allowed here, and keep the rest as written. */
function meantHeads(statement: ast.UnknownStatement, place: BlockName): readonly Fix[] {
    const possible = headsIn(place);
    const words = wordsOf(statement);
    for (let count = Math.min(3, words.length); count > 0; count--) {
        const written = words.slice(0, count).join(' ');
        const synonym = synonyms.get(written.toLowerCase());
        const alike = nearest(written, possible.filter(head => head.split(' ').length === count));
        const meant = synonym !== undefined && possible.includes(synonym) ? [synonym] : alike;
        if (meant.length > 0) {
            return meant.map(head => ({ title: `Change to \`${head}\``, edits: [rewriteHead(statement, head + textAfter(statement, count))] }));
        }
    }
    return [];
}

function keyBefore(words: readonly string[], keys: readonly string[]): string | undefined {
    return [2, 1].map(count => words.slice(0, count).join(' ').toLowerCase()).find(key => keys.includes(key));
}

function likelyKeys(statement: ast.UnknownStatement, place: BlockName): readonly string[] {
    const words = wordsOf(statement);
    return [2, 1].flatMap(count => words.length > count ? nearest(words.slice(0, count).join(' '), keysOf(place).filter(key => key.split(' ').length === count)) : []);
}

function withColon(statement: ast.UnknownStatement, keys: readonly string[]): readonly Fix[] {
    return keys.map(key => {
        const head = `${key}:${textAfter(statement, key.split(' ').length)}`;
        return { title: `Write ${inCode(head)}`, edits: [rewriteHead(statement, head)] };
    });
}

function wordsOf(statement: ast.UnknownStatement): readonly string[] {
    return [statement.head, ...statement.rest.slice(0, 3)];
}

/** The text of the head after its first words. */
function textAfter(statement: ast.UnknownStatement, words: number): string {
    const head = headOf(statement);
    const text = statement.$cstNode!.root.fullText;
    const last = words === 1 ? GrammarUtils.findNodeForProperty(statement.$cstNode, 'head') : GrammarUtils.findNodeForProperty(statement.$cstNode, 'rest', words - 2);
    return text.slice(last!.end, head.end);
}

function headOf(statement: ast.UnknownStatement): { offset: number; end: number } {
    const cst = statement.$cstNode!;
    const written = cst.root.fullText.slice(cst.offset, statement.body?.$cstNode?.offset ?? cst.end).trimEnd();
    return { offset: cst.offset, end: cst.offset + written.length };
}

