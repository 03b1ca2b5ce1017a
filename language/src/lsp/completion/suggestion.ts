import type { LangiumDocument } from 'langium';
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Edit } from '../../linter/edits/edit.js';
import type { SupServices } from '../services.js';
import type { Cursor } from './cursor.js';
import type { PlanPlace } from './plan-place.js';

export interface Suggestion {
    readonly label: string;
    readonly kind: CompletionItemKind;
    /** The inserted text, if it is not the label. */
    readonly text?: string | undefined;
    /** The inserted snippet, for clients that support placeholders. */
    readonly snippet?: string | undefined;
    /** Start of the replaced text; the word at the cursor if omitted. */
    readonly replaceFrom?: number | undefined;
    readonly detail?: string | undefined;
    /** A remark after the label, such as `reported here`. */
    readonly remark?: string | undefined;
    /** Whether the editor selects this item first. */
    readonly isLikely?: boolean | undefined;
    /** Whether a comma accepts the item, and begins the next one of the list. */
    readonly isListItem?: boolean | undefined;
    /** Changes elsewhere in the file without which the item would not fit. */
    readonly furtherEdits?: readonly Edit[] | undefined;
    /** In Markdown. */
    readonly documentation?: string | undefined;
}

export interface CompletionContext {
    readonly document: LangiumDocument;
    readonly cursor: Cursor;
    readonly services: SupServices;
    /** The elements of the plan around the cursor. */
    readonly plan: PlanPlace;
    /** Whether a name matches the word at the cursor. In a large hierarchy, suggestions are made only for names that match. */
    matches(name: string): boolean;
}

/** Whether words begin with those before the cursor and continue after them. */
export function continues(words: string, before: readonly { readonly text: string }[]): boolean {
    const all = words.split(' ');
    return before.length < all.length && before.every(({ text }, i) => text === all[i]);
}
