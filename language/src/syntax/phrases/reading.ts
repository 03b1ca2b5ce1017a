import type { Expected, Found, Position, Slot } from './slot.js';
import type { Token } from './token.js';

const start: Position = { at: 0, names: [] };

/**
 * One attempt to read tokens as one of several phrases. It remembers how far any of them could go and what each expected there:
 * that is where a mistake is, and what can be written next.
 */
export class Reading {
    furthest: Position = start;
    private readonly missed = new Map<string, Expected>();

    constructor(readonly tokens: readonly Token[]) {}

    get expected(): readonly Expected[] {
        return [...this.missed.values()];
    }

    /** Notes what was expected at a position that could not be read. */
    miss(position: Position, expected: Expected): undefined {
        if (position.at > this.furthest.at) {
            this.missed.clear();
        }
        if (position.at >= this.furthest.at) {
            this.furthest = position;
            this.missed.set('text' in expected ? expected.text : '', expected);
        }
    }

    /** The first of the phrases that is all that the tokens say. */
    readWhole<T>(phrases: readonly Slot<T>[]): (Found<T> & { readonly index: number }) | undefined {
        for (const [index, phrase] of phrases.entries()) {
            const found = phrase.read(this, start);
            if (found?.at === this.tokens.length) {
                return { ...found, index };
            }
            if (found) {
                this.miss(found, { kind: 'end' });
            }
        }
        return undefined;
    }
}

/** What can follow tokens that begin one of several phrases. */
export function expectedAfter(tokens: readonly Token[], phrases: readonly Slot<unknown>[]): readonly Expected[] {
    const reading = new Reading(tokens);
    phrases.forEach(phrase => phrase.read(reading, start));
    return reading.furthest.at === tokens.length ? reading.expected : [];
}
