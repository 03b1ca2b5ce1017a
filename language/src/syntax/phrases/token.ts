import type { ValuePart } from '../tree/items.js';

/** A token of a phrase: a word, a quoted text, a time of day, or a mark between them. */
export type Token = ValuePart | { readonly kind: 'mark'; readonly text: ',' | ':' };
