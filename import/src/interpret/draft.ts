/** A statement of a plan without a block. */
export interface DraftLine {
    readonly kind: 'line';
    readonly text: string;
    /** A decision of the importer, which becomes a comment after the line. */
    readonly note?: string | undefined;
    /** Whether the text of a new plan omits it. Only a comparison needs to know whether the value was read. */
    readonly isSilent?: boolean;
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
    /** As for a line. */
    readonly isSilent?: boolean;
    readonly members: readonly DraftMember[];
}

export type DraftMember = DraftLine | DraftComment | DraftBlock;

/** Whether the sources state those facts about a site that a plan cannot call `unknown`. */
export interface SiteCoverage {
    readonly kind: boolean;
    readonly parent: boolean;
    /** Whether R2 and R3 would be found if they were installed. */
    readonly addOn: boolean;
    /** Whether every software update point would be found. */
    readonly roles: boolean;
    /** Whether the hours of the link are known, and a plan can state them. */
    readonly hours: boolean;
}

export interface DraftSite {
    readonly code: string;
    readonly parent: string | undefined;
    readonly coverage: SiteCoverage;
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

/** Statements that only a comparison reads. */
export const silent = (...members: readonly (DraftLine | DraftBlock)[]): readonly DraftMember[] => members.map(member => ({ ...member, isSilent: true }));

/** `unknown` for properties that no source has and that a new plan omits. */
export const unread = (...keys: readonly string[]): readonly DraftMember[] => silent(...keys.map(key => line(`${key}: unknown`)));

/** A property; `unknown` if the sources do not have its value. */
export const property = (key: string, value: string | undefined, note?: string): DraftLine => line(`${key}: ${value ?? 'unknown'}`, note);
