import type { ValuePart } from '../tree/items.js';

/** What phrases are made of: words, texts, times of day, and the marks between them. */
export type Token = ValuePart | { readonly kind: 'mark'; readonly text: ',' | ':' };
