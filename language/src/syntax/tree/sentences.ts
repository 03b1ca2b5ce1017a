import { memoize } from '@sup/model';
import { GrammarUtils } from 'langium';
import * as ast from '../generated/ast.js';
import type { Token } from '../phrases/token.js';
import { partOf } from './items.js';
import type { TextPlace } from '../place.js';
import type { Span } from '../span.js';

/** The statements that say something in phrases: `at …` and `expect …`. */
export type Sentence = ast.ScenarioEvent | ast.Expectation;

export function isSentence(node: unknown): node is Sentence {
    return ast.isScenarioEvent(node) || ast.isExpectation(node);
}

/** A token, and where it stands in the tree; a colon is part of the statement itself. */
interface Written {
    readonly token: Token;
    readonly part: ast.PhrasePart | undefined;
}

/** A sentence behind its keyword. */
const writtenIn = memoize((sentence: Sentence): readonly Written[] => ast.isExpectation(sentence)
    ? partsOf(sentence.claim)
    : [...partsOf(sentence.time), ...sentence.colon ? [{ token: { kind: 'mark', text: ':' }, part: undefined } as const] : [], ...partsOf(sentence.action)]);

export function tokensOf(sentence: Sentence): readonly Token[] {
    return writtenIn(sentence).map(({ token }) => token);
}

export function partsIn(sentence: Sentence): readonly ast.PhrasePart[] {
    return writtenIn(sentence).flatMap(({ part }) => part ?? []);
}

export function partAt(sentence: Sentence, index: number): ast.PhrasePart | undefined {
    return writtenIn(sentence)[index]?.part;
}

/** Where a token stands in the text; undefined behind the last one. */
export function spanAt(sentence: Sentence, index: number): Span | undefined {
    const found = writtenIn(sentence)[index];
    return found && (found.part ?? { $cstNode: colonOf(sentence as ast.ScenarioEvent) }).$cstNode;
}

function colonOf(event: ast.ScenarioEvent): ReturnType<typeof GrammarUtils.findNodeForKeyword> {
    return GrammarUtils.findNodeForKeyword(event.$cstNode, ':');
}

function partsOf(phrase: ast.Phrase | undefined): readonly Written[] {
    return (phrase?.parts ?? []).map(part => ({ token: ast.isComma(part) ? { kind: 'mark', text: ',' } : partOf(part), part }));
}

/** What stands before a token: the one before it, or the keyword. */
function spanBefore(sentence: Sentence, index: number): Span {
    const { offset } = sentence.$cstNode!;
    return spanAt(sentence, index - 1) ?? { offset, end: offset + sentence.block.length };
}

/** A token as the place of a finding. */
export function placeAt(sentence: Sentence, index: number): TextPlace {
    const { offset, end } = spanAt(sentence, index) ?? spanBefore(sentence, index);
    return { offset, length: end - offset, node: sentence };
}
