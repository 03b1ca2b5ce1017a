import type { Part } from '../syntax/items.js';

/** What phrases are made of: words, texts, times of day, and the marks between them. */
export type Token = Part | { readonly kind: 'mark'; readonly text: ',' | ':' };
