import { type Atom, isText, isTimeOfDay, type Property, type Value } from '../generated/ast.js';

/** A part of a value as it was written: a bare word, a text in quotes, or a time of day. */
export interface ValuePart {
    readonly kind: 'word' | 'text' | 'time';
    readonly text: string;
}

/** One item of a property's comma-separated list. */
export type Item = readonly ValuePart[];

export function itemsOf(property: Property): readonly Item[] {
    return property.values.map((value: Value) => value.atoms.map(partOf));
}

export function partOf(atom: Atom): ValuePart {
    if (isText(atom)) {
        return { kind: 'text', text: atom.text };
    }
    return isTimeOfDay(atom) ? { kind: 'time', text: atom.time } : { kind: 'word', text: atom.target.$refText };
}

/** The words of an item as one text, single blanks between them, or undefined where it holds a text in quotes. */
export function wordsOf(item: Item | undefined): string | undefined {
    return item && item.every(part => part.kind !== 'text') ? item.map(part => part.text).join(' ') : undefined;
}
