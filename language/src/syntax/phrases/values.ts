import { itemOf, readWholeNumber, takesQuotes, type ValueType } from '../catalogue/value-types.js';
import { quoteString } from '../parser/value-converter.js';
import type { Item, ValuePart } from '../tree/items.js';
import type { Expected, NameKind } from './reading.js';
import type { Slot } from './slot.js';
import type { Token } from './token.js';

/** A name. The words in `except` begin something else where a name could stand, so they are names only in quotes. */
export function name(kind: NameKind, form: string, text: string, written: readonly ('word' | 'text')[], except: readonly string[] = []): Slot<string> {
    return {
        form,
        read: (reading, from) => {
            const token = reading.tokens[from.at];
            const isName = token !== undefined && token.text !== '' && written.some(each => each === token.kind) && !(token.kind === 'word' && except.includes(token.text));
            return isName
                ? { at: from.at + 1, names: [...from.names, { kind, at: from.at }], value: token.text }
                : reading.miss(from, { kind: 'name', of: kind, text, except });
        }
    };
}

/** A quoted text. */
export function quoted(form: string, text: string, suggestions: readonly string[] = []): Slot<string> {
    return {
        form,
        read: (reading, from) => {
            const token = reading.tokens[from.at];
            return token?.kind === 'text' && token.text !== ''
                ? { ...from, at: from.at + 1, value: token.text }
                : reading.miss(from, { kind: 'value', text, suggestions: suggestions.map(quoteString), takesText: true });
        }
    };
}

/** A whole number in a range. */
export function number(form: string, text: string, least: number, most: number, suggestions: readonly string[] = []): Slot<number> {
    return {
        form,
        read: (reading, from) => {
            const token = reading.tokens[from.at];
            const value = token?.kind === 'word' ? readWholeNumber(token.text, least, most) : undefined;
            return value === undefined ? reading.miss(from, { kind: 'value', text, suggestions }) : { ...from, at: from.at + 1, value };
        }
    };
}

/** The smallest share: a tenth of a percent. */
const smallestShare = 0.1;

const shares = ['50 %', '90 %', '95 %', '99 %', '100 %'];

/** A share in percent, such as `95 %` or `99.5 %`. */
export const percentage: Slot<number> = {
    form: 'N %',
    read: (reading, from) => {
        const token = reading.tokens[from.at];
        const [, digits] = (token?.kind === 'word' ? /^([0-9]{1,3}(?:\.[0-9]+)?)[ \t]*%$/.exec(token.text) : undefined) ?? [];
        if (digits === undefined) {
            return reading.miss(from, { kind: 'value', text: 'a share such as `95 %`', suggestions: shares });
        }
        const value = Number(digits);
        return value < smallestShare || value > 100 ? reading.reject(from, { kind: 'value', text: 'a share from `0.1 %` to `100 %`', suggestions: shares }) : { ...from, at: from.at + 1, value };
    }
};

/** A value of a property's type, as the last part of a phrase. */
export function valueOf<T>(form: string, type: ValueType<T>): Slot<T> {
    const expected: Expected = {
        kind: 'value', text: type.expected,
        suggestions: takesQuotes(type) ? type.suggestions.map(quoteString) : type.suggestions,
        takesText: type.read([itemOf('x', true)]) !== undefined
    };
    return {
        form,
        read: (reading, from) => {
            const rest = reading.tokens.slice(from.at);
            const items = itemsIn(rest);
            const value = rest.length === 0 ? undefined : type.read(items);
            if (value !== undefined) {
                return { ...from, at: reading.tokens.length, value };
            }
            const firstInvalid = items.findIndex(item => type.read([item]) === undefined);
            const before = items.slice(0, Math.max(0, firstInvalid)).reduce((sum, item) => sum + item.length + 1, 0);
            return reading.miss({ ...from, at: Math.min(from.at + before, reading.tokens.length) }, expected);
        }
    };
}

function itemsIn(tokens: readonly Token[]): readonly Item[] {
    const items: ValuePart[][] = [[]];
    for (const token of tokens) {
        if (token.kind === 'mark') {
            items.push([]);
        } else {
            items.at(-1)!.push(token);
        }
    }
    return items;
}
