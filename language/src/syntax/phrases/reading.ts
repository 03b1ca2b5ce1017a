import type { Token } from './token.js';

/** The kinds of thing that a name in a phrase refers to: a site by its code, a server or cluster, a group of clients, an update. */
export type NameKind = 'site' | 'server' | 'group' | 'update';

/** A name in a phrase, with the index of its token. */
export interface Name {
    readonly kind: NameKind;
    readonly at: number;
}

/** One thing that is allowed at a position of a phrase: for messages and for completion. */
export type Expected =
    /** These words. */
    | { readonly kind: 'words'; readonly text: string }
    /** A name; the text describes it. The words in `except` are names only in quotes. */
    | { readonly kind: 'name'; readonly of: NameKind; readonly text: string; readonly except: readonly string[] }
    /** A value; the text describes it, and suggestions are in source form. */
    | { readonly kind: 'value'; readonly text: string; readonly suggestions: readonly string[]; readonly takesText?: boolean | undefined }
    /** Nothing: the phrase is complete. */
    | { readonly kind: 'end' };

/** The index of the next token to read, and the names read so far. */
export interface Position {
    readonly at: number;
    readonly names: readonly Name[];
}

/** The value of a slot that was read, and the position after it. */
export interface Found<T> extends Position {
    readonly value: T;
}

export const startOfPhrase: Position = { at: 0, names: [] };

/**
 * One attempt to read tokens as one of several phrases. It records the furthest position that any of them reached and what each
 * expected there: this is where an error is reported, and what completion offers.
 */
export class Reading {
    furthest: Position = startOfPhrase;
    private isDecided = false;
    private readonly expectedAtFurthest = new Map<string, Expected>();

    constructor(readonly tokens: readonly Token[]) {}

    get expected(): readonly Expected[] {
        return [...this.expectedAtFurthest.values()];
    }

    /** Records what a slot expected at a position where it could not be read. */
    miss(position: Position, expected: Expected): undefined {
        if (this.isDecided) {
            return;
        }
        if (position.at > this.furthest.at) {
            this.expectedAtFurthest.clear();
        }
        if (position.at >= this.furthest.at) {
            this.furthest = position;
            this.expectedAtFurthest.set('text' in expected ? expected.text : '', expected);
        }
    }

    /** Records an invalid value that only this slot accepts. Expectations of other phrases do not replace it. */
    reject(position: Position, expected: Expected): undefined {
        if (!this.isDecided) {
            this.expectedAtFurthest.clear();
            this.furthest = position;
            this.miss(position, expected);
            this.isDecided = true;
        }
    }
}
