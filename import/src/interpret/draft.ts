/** A statement of a plan without a block. */
export interface DraftLine {
    readonly kind: 'line';
    readonly text: string;
    /** A decision of the importer, which becomes a comment after the line. */
    readonly note?: string | undefined;
}

/** A comment on a line of its own. */
export interface DraftComment {
    readonly kind: 'comment';
    readonly text: string;
}

/** A statement with a block. */
export interface DraftBlock {
    readonly kind: 'block';
    readonly head: string;
    readonly note?: string | undefined;
    /** Whether the block stands on one line. */
    readonly isOneLine?: boolean;
    readonly members: readonly DraftMember[];
}

export type DraftMember = DraftLine | DraftComment | DraftBlock;

export interface DraftSite {
    readonly code: string;
    readonly parent: string | undefined;
    readonly block: DraftBlock;
}

/** A plan before it is text. */
export interface Draft {
    readonly hierarchy: string;
    /** The comments at the beginning of the plan. */
    readonly comments: readonly string[];
    /** In the order of the text: each top site, then its branches, by code. */
    readonly sites: readonly DraftSite[];
}

export const comment = (text: string): DraftComment => ({ kind: 'comment', text });

export const line = (text: string, note?: string): DraftLine => ({ kind: 'line', text, note });

/** A property; `unknown` if the sources do not have its value. */
export const property = (key: string, value: string | undefined, note?: string): DraftLine => line(`${key}: ${value ?? 'unknown'}`, note);
