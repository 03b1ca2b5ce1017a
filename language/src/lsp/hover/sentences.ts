import { durationText } from '@sup/model';
import type { LeafCstNode } from 'langium';
import { meaningInPhrase, statusMeanings } from '../../syntax/catalogue/meanings.js';
import { statementOf } from '../../syntax/catalogue/statements.js';
import * as ast from '../../syntax/generated/ast.js';
import { partOf } from '../../syntax/tree/items.js';
import { readSentence } from '../../syntax/tree/read-sentences.js';
import type { Sentence } from '../../syntax/tree/sentences.js';
import { documentationOfMeaning, documentationOfStatement } from '../documentation.js';
import { escaped, joined, type Markdown, markdown, trusted } from '../markdown.js';

/** Explains a word of an event or expectation: the word itself if it has a meaning of its own, then its phrase. */
export function aboutSentence(leaf: LeafCstNode, sentence: Sentence): Markdown {
    const { definition, value } = readSentence(sentence);
    const phrase = definition
        ? markdown`\`${trusted(definition.form)}\`\n\n${trusted(definition.documentation)}`
        : trusted(documentationOfStatement(statementOf(sentence)!));
    const node = leaf.astNode;
    const isTime = ast.isScenarioEvent(sentence) && node.$container === sentence.time;
    const word = isTime && value && 'at' in value
        ? markdown`The event happens ${trusted(durationText(value.at))} after the start of the run, which is at midnight.`
        : aboutWord(node, value !== undefined && 'claim' in value && value.claim.kind === 'status' ? value.claim.id : undefined);
    return word ? joined([word, phrase], '\n\n---\n\n') : phrase;
}

function aboutWord(node: unknown, status: number | undefined): Markdown | undefined {
    if (!ast.isWord(node) && !ast.isText(node)) {
        return undefined;
    }
    const { text } = partOf(node);
    const meaning = (status !== undefined && text === String(status) ? statusMeanings.get(status) : undefined) ?? meaningInPhrase(text);
    return meaning && markdown`**${escaped(text)}**: ${trusted(documentationOfMeaning(meaning))}`;
}
