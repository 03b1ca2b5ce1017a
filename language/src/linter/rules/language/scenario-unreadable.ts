import { AstUtils } from 'langium';
import { removeStatement, replaceText } from '../../edits/edit.js';
import { fixSentence } from '../../edits/fix-sentence.js';
import type * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { expectedText } from '../../../syntax/phrases/wording.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { blockNameOf, blockOf, keyOf } from '../../../syntax/tree/blocks.js';
import { brokenOffFromSentence } from '../../../syntax/tree/broken-off.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { readSentence } from '../../../syntax/tree/read-sentences.js';
import { isSentence, placeAt, type Sentence, spanAt } from '../../../syntax/tree/sentences.js';
import { isBesideUnreadable, restOfLine } from '../../../analysis/unreadable.js';

const why = 'The line cannot be read, so it is not part of the scenario.';

export default defineRule({
    id: 'scenario-unreadable',
    since: '0.1.0',
    summary: 'Every event and expectation of a scenario can be read and simulated.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unexpected: ({ text, expected }: { text: string; expected: string }) => ({
            what: `${inCode(text)} is not allowed here.`,
            why,
            todo: expected === '' ? 'Remove it.' : `Write ${expected}.`
        }),
        missing: ({ text, expected }: { text: string; expected: string }) => ({
            what: `Something is missing after ${inCode(text)}.`,
            why,
            todo: `Continue with ${expected}.`
        }),
        unquoted: ({ key }: { key: string }) => ({
            what: `The text after ${inCode(`${key}:`)} is not read as part of this line.`,
            why: 'Outside quotes, a word with a colon after it is a property key; the only other colon is the one after the time of an event.',
            todo: 'Write the address in double quotes, or remove it.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (!isSentence(statement) || blockNameOf(blockOf(statement)) !== 'scenario' || isBesideUnreadable(statement)) {
                return;
            }
            const { error } = readSentence(statement);
            const rest = brokenOffFromSentence(statement);
            if (rest) {
                context.report('unquoted', { at: { of: rest, part: 'key' }, args: { key: keyOf(rest) }, fixes: () => putInQuotes(statement, rest) });
            } else if (error) {
                const at = placeAt(statement, error.at);
                const text = statement.$cstNode!.root.fullText.slice(at.offset, at.offset + at.length);
                context.report(spanAt(statement, error.at) ? 'unexpected' : 'missing', {
                    at,
                    args: { text, expected: expectedText(error.expected) },
                    fixes: () => fixSentence(statement, error.at, error.expected)
                });
            }
        }
    }
});

/** Fixes that quote the rest of the line, if the sentence lacks a text, or remove the line. */
function putInQuotes(sentence: Sentence, rest: ast.Property): readonly Fix[] {
    const document = AstUtils.getDocument(sentence);
    const text = document.textDocument.getText();
    const span = restOfLine(text, rest.$cstNode!.offset);
    const written = quoteString(text.slice(span.offset, span.end));
    const takesText = readSentence(sentence).error?.expected.some(each => each.kind === 'value' && each.takesText) === true;
    return [
        ...(takesText ? [{ title: `Write ${inCode(written)}`, edits: [replaceText(document, span, written)] }] : []),
        { title: `Remove ${inCode(sentence.$cstNode!.text)} and the text after it`, edits: [removeStatement(sentence), removeStatement(rest)] }
    ];
}
