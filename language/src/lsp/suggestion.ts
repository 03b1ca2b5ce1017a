import type { LangiumDocument } from 'langium';
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { SupServices } from './services.js';
import type { Cursor } from './cursor.js';

/** Something to offer at a cursor. */
export interface Suggestion {
    readonly label: string;
    readonly kind: CompletionItemKind;
    /** What is written, where it is not the label. */
    readonly text?: string | undefined;
    /** What is written in an editor that fills in places, in the notation of snippets. */
    readonly snippet?: string | undefined;
    /** Where the text begins that it replaces; the word at the cursor where left out. */
    readonly from?: number | undefined;
    readonly detail?: string | undefined;
    /** In Markdown. */
    readonly documentation?: string | undefined;
}

export interface CompletionPlace {
    readonly document: LangiumDocument;
    readonly cursor: Cursor;
    readonly services: SupServices;
    /** Whether a name can be meant by what is written of it: of thousands, the others need not be put in words. */
    mayFit(name: string): boolean;
}

/** Whether words begin with the ones that stand before the cursor, and more is to come. */
export function goesOn(words: string, before: readonly { readonly text: string }[]): boolean {
    const all = words.split(' ');
    return before.length < all.length && before.every(({ text }, i) => text === all[i]);
}
