import { memoize } from '@sup/model';
import { GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import type { Token } from '../phrases/token.js';
import { partOf } from './items.js';
import type { TextPlace } from '../place.js';
import type { Span } from '../span.js';

/** The statements that consist of phrases: `at …` and `expect …`. */
export type Sentence = ast.ScenarioEvent | ast.Expectation;

export function isSentence(node: unknown): node is Sentence {
    return ast.isScenarioEvent(node) || ast.isExpectation(node);
}

/** A token and its node; a colon belongs to the statement itself and has no node. */
interface SentenceToken {
    readonly token: Token;
    readonly part: ast.PhrasePart | undefined;
}

/** The tokens of a sentence after its keyword. */
const sentenceTokensOf = memoize((sentence: Sentence): readonly SentenceToken[] => ast.isExpectation(sentence)
    ? partsOf(sentence.claim)
    : [...partsOf(sentence.time), ...sentence.colon ? [{ token: { kind: 'mark', text: ':' }, part: undefined } as const] : [], ...partsOf(sentence.action)]);

export function tokensOf(sentence: Sentence): readonly Token[] {
    return sentenceTokensOf(sentence).map(({ token }) => token);
}

export function partsIn(sentence: Sentence): readonly ast.PhrasePart[] {
    return sentenceTokensOf(sentence).flatMap(({ part }) => part ?? []);
}

export function partAt(sentence: Sentence, index: number): ast.PhrasePart | undefined {
    return sentenceTokensOf(sentence)[index]?.part;
}

/** The span of a token; undefined after the last one. */
export function spanAt(sentence: Sentence, index: number): Span | undefined {
    const found = sentenceTokensOf(sentence)[index];
    return found && (found.part ?? { $cstNode: colonOf(sentence as ast.ScenarioEvent) }).$cstNode;
}

function colonOf(event: ast.ScenarioEvent): ReturnType<typeof GrammarUtils.findNodeForKeyword> {
    return GrammarUtils.findNodeForKeyword(event.$cstNode, ':');
}

function partsOf(phrase: ast.Phrase | undefined): readonly SentenceToken[] {
    return (phrase?.parts ?? []).map(part => ({ token: ast.isComma(part) ? { kind: 'mark', text: ',' } : partOf(part), part }));
}

/** The span of the previous token, or of the keyword. */
function spanBefore(sentence: Sentence, index: number): Span {
    const { offset } = sentence.$cstNode!;
    return spanAt(sentence, index - 1) ?? { offset, end: offset + sentence.block.length };
}

/** The place of a finding about a token. */
export function placeAt(sentence: Sentence, index: number): TextPlace {
    const { offset, end } = spanAt(sentence, index) ?? spanBefore(sentence, index);
    return { offset, length: end - offset, node: sentence };
}
