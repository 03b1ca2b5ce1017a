import type { Found } from './reading.js';
import type { Slot } from './slot.js';

type Values<S extends Slot<unknown>[]> = { [K in keyof S]: S[K] extends Slot<infer T> ? T : never };

/** A sequence of words and slots. Its value is the list of the values of the slots. */
export interface Phrase<V extends unknown[]> extends Slot<V> {
    /** The same phrase with its values mapped to their meaning. */
    as<T>(meaning: (...values: V) => T): Slot<T>;
}

/** Builds a phrase from a template: `` phrase`stop ${server}` ``. Alternative spellings of a word are separated by a bar: `matches|match`. */
export function phrase<S extends Slot<unknown>[]>(texts: TemplateStringsArray, ...slots: S): Phrase<Values<S>> {
    const parts = texts.flatMap((text, i) => [...text.trim() === '' ? [] : [words(text.trim())], ...slots.slice(i, i + 1)]);
    const form = parts.map(part => part.form).join(' ').replace(' :', ':');
    const read: Slot<Values<S>>['read'] = (reading, from) => {
        const values: unknown[] = [];
        let position = from;
        for (const part of parts) {
            const found = part.read(reading, position);
            if (!found) {
                return undefined;
            }
            position = found;
            if (slots.includes(part)) {
                values.push(found.value);
            }
        }
        return { at: position.at, names: position.names, value: values as unknown as Values<S> };
    };
    return { form, read, as: meaning => ({ form, read: (reading, from) => mapped(read(reading, from), values => meaning(...values)) }) };
}

function words(text: string): Slot<undefined> {
    const alternatives = text.split(' ').map(word => word.split('|'));
    const form = alternatives.map(([first]) => first!).join(' ');
    return {
        form,
        read: (reading, from) => {
            const missing = alternatives.findIndex((each, i) => !isOneOf(reading.tokens[from.at + i], each));
            return missing < 0
                ? { ...from, at: from.at + alternatives.length, value: undefined }
                : reading.miss({ ...from, at: from.at + missing }, { kind: 'words', text: form.split(' ').slice(missing).join(' ') });
        }
    };
}

function isOneOf(token: { readonly kind: string; readonly text: string } | undefined, words: readonly string[]): boolean {
    return token !== undefined && (token.kind === 'word' || token.kind === 'mark') && words.includes(token.text);
}

/** The first of several alternatives that can be read. */
export function either<T>(form: string, ...slots: readonly Slot<T>[]): Slot<T> {
    return {
        form,
        read: (reading, from) => {
            for (const slot of slots) {
                const found = slot.read(reading, from);
                if (found) {
                    return found;
                }
            }
            return undefined;
        }
    };
}

/** A slot that may be left out. */
export function optional<T>(slot: Slot<T>): Slot<T | undefined> {
    return { form: `[${slot.form}]`, read: (reading, from) => slot.read(reading, from) ?? { ...from, value: undefined } };
}

function mapped<T, U>(found: Found<T> | undefined, map: (value: T) => U): Found<U> | undefined {
    return found && { ...found, value: map(found.value) };
}
