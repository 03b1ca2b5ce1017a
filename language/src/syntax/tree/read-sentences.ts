import { memoize } from '@sup/model';
import { type PhraseDefinition, events, type Timed } from '../catalogue/events.js';
import { expectations, type Judged } from '../catalogue/expectations.js';
import * as ast from '../generated/ast.js';
import { Reading } from '../phrases/reading.js';
import type { Expected, Name } from '../phrases/slot.js';
import { type Block, membersOf } from './blocks.js';
import { type Sentence, tokensOf } from './sentences.js';

/** What a sentence says, or where it cannot be read. */
export interface Read<T> {
    readonly value: T | undefined;
    /** The phrase that it is, where it is one. */
    readonly definition: PhraseDefinition<unknown> | undefined;
    /** The names in it; of one that cannot be read, those before the mistake. */
    readonly names: readonly Name[];
    /** The first token that does not fit; the number of tokens where there are too few. */
    readonly mistake: { readonly at: number; readonly expected: readonly Expected[] } | undefined;
}

/** Every phrase that can stand in a kind of sentence. */
export function phrasesOf(type: string): readonly PhraseDefinition<Timed | Judged>[] {
    return type === ast.ScenarioEvent.$type ? events : expectations;
}

export function readEvent(event: ast.ScenarioEvent): Read<Timed> {
    return readSentence(event) as Read<Timed>;
}

export function readExpectation(expectation: ast.Expectation): Read<Judged> {
    return readSentence(expectation) as Read<Judged>;
}

/** Reads a sentence, once for each syntax tree. What the hierarchy holds has no part in it. */
export const readSentence = memoize((sentence: Sentence): Read<Timed | Judged> => {
    const reading = new Reading(tokensOf(sentence));
    const definitions = phrasesOf(sentence.$type);
    const found = reading.readWhole(definitions.map(({ phrase }) => phrase));
    return {
        value: found?.value,
        definition: found && definitions[found.index],
        names: found?.names ?? reading.furthest.names,
        mistake: found ? undefined : { at: reading.furthest.at, expected: reading.expected }
    };
});

/** The updates that a scenario publishes. */
export const publishedIn = memoize((scenario: Block): ReadonlySet<string> => new Set(membersOf(scenario).filter(ast.isScenarioEvent).flatMap(event => {
    const action = readEvent(event).value?.action;
    return action?.kind === 'publish' ? [action.update] : [];
})));
