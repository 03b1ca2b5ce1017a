import { memoize } from '@sup/model';
import { type PhraseDefinition, events, type TimedAction } from '../catalogue/events.js';
import { expectations, type TimedClaim } from '../catalogue/expectations.js';
import * as ast from '../generated/ast.js';
import { readWhole } from '../phrases/read-phrase.js';
import { type Expected, type Name, Reading } from '../phrases/reading.js';
import { type Block, membersOf } from './blocks.js';
import { type Sentence, tokensOf } from './sentences.js';

/** The meaning of a sentence, or the place of its error. */
export interface ParsedSentence<T> {
    readonly value: T | undefined;
    /** The phrase that the sentence matches; undefined if it matches none. */
    readonly definition: PhraseDefinition<unknown> | undefined;
    /** The names in the sentence; only those before the error, if there is one. */
    readonly names: readonly Name[];
    /** The index of the first token that does not fit; the number of tokens if the sentence is incomplete. */
    readonly error: { readonly at: number; readonly expected: readonly Expected[] } | undefined;
}

/** The phrases that are allowed in a type of sentence. */
export function phrasesOf(type: string): readonly PhraseDefinition<TimedAction | TimedClaim>[] {
    return type === ast.ScenarioEvent.$type ? events : expectations;
}

export function readEvent(event: ast.ScenarioEvent): ParsedSentence<TimedAction> {
    return readSentence(event) as ParsedSentence<TimedAction>;
}

export function readExpectation(expectation: ast.Expectation): ParsedSentence<TimedClaim> {
    return readSentence(expectation) as ParsedSentence<TimedClaim>;
}

/** Depends on the syntax tree alone, not on the hierarchy: rules check whether a name exists. */
export const readSentence = memoize((sentence: Sentence): ParsedSentence<TimedAction | TimedClaim> => {
    const reading = new Reading(tokensOf(sentence));
    const definitions = phrasesOf(sentence.$type);
    const found = readWhole(reading, definitions.map(({ phrase }) => phrase));
    return {
        value: found?.value,
        definition: found && definitions[found.index],
        names: found?.names ?? reading.furthest.names,
        error: found ? undefined : { at: reading.furthest.at, expected: reading.expected }
    };
});

/** The names of the updates that a scenario publishes. */
export const publishedIn = memoize((scenario: Block): ReadonlySet<string> => new Set(membersOf(scenario).filter(ast.isScenarioEvent).flatMap(event => {
    const action = readEvent(event).value?.action;
    return action?.kind === 'publish' ? [action.update] : [];
})));
