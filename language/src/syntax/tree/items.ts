import { type Atom, isText, isTimeOfDay, type Property, type Value } from '../generated/ast.js';

/** A part of a value: an unquoted word, a quoted text, or a time of day. */
export interface ValuePart {
    readonly kind: 'word' | 'text' | 'time';
    readonly text: string;
}

/** One item in the comma-separated list of a property. */
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

/** The words of an item, joined with single blanks; undefined if it contains a quoted text. */
export function wordsOf(item: Item | undefined): string | undefined {
    return item && item.every(part => part.kind !== 'text') ? item.map(part => part.text).join(' ') : undefined;
}
