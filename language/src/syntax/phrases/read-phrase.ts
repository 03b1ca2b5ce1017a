import { type Expected, type Found, Reading, startOfPhrase } from './reading.js';
import type { Slot } from './slot.js';
import type { Token } from './token.js';

/** Reads all tokens as one phrase: the first of the given ones that matches, by its index. */
export function readWhole<T>(reading: Reading, phrases: readonly Slot<T>[]): (Found<T> & { readonly index: number }) | undefined {
    for (const [index, phrase] of phrases.entries()) {
        const found = phrase.read(reading, startOfPhrase);
        if (found?.at === reading.tokens.length) {
            return { ...found, index };
        }
        if (found) {
            reading.miss(found, { kind: 'end' });
        }
    }
    return undefined;
}

/** Everything that can follow tokens that begin one of several phrases. */
export function expectedAfter(tokens: readonly Token[], phrases: readonly Slot<unknown>[]): readonly Expected[] {
    const reading = new Reading(tokens);
    phrases.forEach(phrase => phrase.read(reading, startOfPhrase));
    return reading.furthest.at === tokens.length ? reading.expected : [];
}
