import type { ClientCounts, SiteKind, SiteMode } from '@sup/model';

/**
 * A hierarchy as it is drawn, read aloud and reported: plain data that can be sent as JSON. Every text in it is short enough to draw and
 * holds no control characters; what it means is decided, where it stands is not.
 */
export interface Scene {
    /** The name after `hierarchy`. */
    readonly title: string | undefined;
    /** Each site after its parent, with all that is below it before the next; siblings in their order. */
    readonly sites: readonly SceneSite[];
    /** The sites that stand below no other, by id: those of the tree first, then what stands apart. */
    readonly tops: readonly string[];
    readonly feeds: readonly Feed[];
    /** What is wrong with no site in particular. */
    readonly problems: readonly SceneProblem[];
}

export interface SceneSite {
    /** `site:CEN`; the same from one picture to the next while the site keeps its code. */
    readonly id: string;
    readonly code: string;
    readonly title: string | undefined;
    readonly kind: SiteKind | undefined;
    /** As it holds: a secondary site has its parent's. */
    readonly mode: SiteMode | undefined;
    readonly release: string | undefined;
    readonly clients: ClientCounts;
    /** The site that it stands below, by id. */
    readonly parent: string | undefined;
    readonly children: readonly string[];
    /** 1 at a top. */
    readonly level: number;
    /** Why it is in no tree as it should be: its parent is none, or it reports to itself in the end. */
    readonly apart: string | undefined;
    /** The connection to the parent. */
    readonly link: { readonly speed: string | undefined; readonly window: string | undefined } | undefined;
    readonly supply: Supply;
    readonly servers: readonly SceneServer[];
    /** Where clients on the Internet go; undefined where there are no such clients and nothing waits for them. */
    readonly internet: { readonly clients: number; readonly server: string | undefined } | undefined;
    readonly problems: readonly SceneProblem[];
    /** The site in one sentence, for a tooltip and for screen readers. */
    readonly sentence: string;
    readonly mark?: SiteMark;
}

/**
 * How a site differs from another version of the plan. `kept`: it is that of an earlier version, because the text that says it cannot be
 * read at present.
 */
export interface SiteMark {
    readonly kind: 'added' | 'removed' | 'moved' | 'changed' | 'consequence' | 'kept';
    /** What is different, in sentences. */
    readonly lines: readonly string[];
}

/** What reaches a site over the line to its parent, or instead of it. Servers go by name. */
export type Supply =
    | { readonly kind: 'microsoft-update' }
    /** Its software update point synchronizes from the parent's, with settings of its own or as a replica. */
    | { readonly kind: 'parent' | 'replica'; readonly server: string }
    /** From a server that the plan names and that is not the parent's. */
    | { readonly kind: 'server'; readonly server: string }
    /** Synchronization source `none`: by export and import. */
    | { readonly kind: 'by-hand' }
    /** It has no software update point, and its clients scan at the parent's. */
    | { readonly kind: 'scans-at-parent'; readonly server: string }
    /** It has a software update point, but the parent has none to synchronize from. */
    | { readonly kind: 'cut-off' }
    | { readonly kind: 'nothing' };

export type ServerMark = 'active' | 'internet' | 'inactive' | 'site-server' | 'cluster' | 'node';

export interface SceneServer {
    /** `server:OSLSUP01`, `cluster:OSLNLB`. */
    readonly id: string;
    readonly name: string;
    /** Roles, those that clients notice first. */
    readonly marks: readonly ServerMark[];
    /** `WSUS 3.0 SP2`, where WSUS is planned. */
    readonly wsus: string | undefined;
    /** How an Internet-based software update point comes by its updates. */
    readonly note: string | undefined;
    readonly problems: number;
}

/** Updates that come along no line between a site and its parent. */
export interface Feed {
    /** A site by id, or Microsoft Update. */
    readonly from: string;
    readonly to: string;
}

/** The {@link Feed.from} of what comes from outside. */
export const microsoftUpdate = 'microsoft-update';

export type ProblemSeverity = 'error' | 'warning' | 'information' | 'hint';

export interface SceneProblem {
    readonly rule: string;
    readonly severity: ProblemSeverity;
    readonly message: string;
}
