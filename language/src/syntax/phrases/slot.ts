import type { Reading } from './reading.js';

/** What a name in a phrase is the name of: a site by its code, a server or cluster, a group of clients, an update. */
export type NameKind = 'site' | 'server' | 'group' | 'update';

/** A name that a phrase holds, by the place of its token. */
export interface Name {
    readonly kind: NameKind;
    readonly at: number;
}

/** What can stand at a place of a phrase: for messages and for completion. */
export type Expected =
    /** These words. */
    | { readonly kind: 'words'; readonly text: string }
    /** A name; the text describes it. */
    | { readonly kind: 'name'; readonly of: NameKind; readonly text: string }
    /** A value; the text describes it, suggestions are as they would be written. */
    | { readonly kind: 'value'; readonly text: string; readonly suggestions: readonly string[]; readonly takesText?: boolean | undefined }
    /** Nothing: the phrase is complete. */
    | { readonly kind: 'end' };

/** How far a phrase has been read, and the names on the way there. */
export interface Position {
    readonly at: number;
    readonly names: readonly Name[];
}

/** What a part of a phrase says, and where the phrase goes on. */
export interface Found<T> extends Position {
    readonly value: T;
}

/** A part of a phrase: words that have to stand there, a name, a value, or several of these. */
export interface Slot<T> {
    /** As documentation writes it: `SITE`, `[for DURATION]`. */
    readonly form: string;
    /** Reads from a position on. Where it cannot, it tells the reading what was expected. */
    read(reading: Reading, from: Position): Found<T> | undefined;
}
