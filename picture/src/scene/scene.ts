import type { ClientCounts, SiteKind, SiteMode } from '@sup/model';

/**
 * A hierarchy as it is drawn, read out by screen readers and reported: plain data that can be sent as JSON. All texts are short enough to
 * draw, and free of control characters. The scene has the meaning; the layout adds the positions.
 */
export interface Scene {
    /** The name after `hierarchy`. */
    readonly title: string | undefined;
    /** In depth-first order, parents before their children. */
    readonly sites: readonly SceneSite[];
    /** The ids of the sites without a parent in the scene: the top of the tree first, then the sites that are not part of the tree. */
    readonly tops: readonly string[];
    readonly feeds: readonly Feed[];
    /** The problems that do not belong to a site. */
    readonly problems: readonly SceneProblem[];
    /** Whether it shows two versions in one, so that sites without a mark are as before. */
    readonly isComparison?: boolean;
    /** Whether the earlier one of these versions is the real hierarchy, so that sites without a mark are as planned. */
    readonly isReality?: boolean;
    /** The number of sites as before that are left out below a site, by its id. */
    readonly leftOut?: ReadonlyMap<string, number>;
}

export interface SceneSite {
    /** `site:CEN`; does not change as long as the site keeps its code. */
    readonly id: string;
    readonly code: string;
    readonly title: string | undefined;
    readonly kind: SiteKind | undefined;
    /** The effective mode: a secondary site has that of its parent. */
    readonly mode: SiteMode | undefined;
    readonly release: string | undefined;
    /** `isIncomplete`: the plan states that the number of some is unknown. */
    readonly clients: ClientCounts & { readonly isIncomplete?: boolean };
    /** The id of the parent site in the scene. */
    readonly parent: string | undefined;
    readonly children: readonly string[];
    /** 1 at a top. */
    readonly level: number;
    /** Why it is not part of the tree: its parent does not exist, or it is in a loop. */
    readonly apart: string | undefined;
    /** The connection to the parent. */
    readonly link: { readonly speed: string | undefined; readonly window: string | undefined } | undefined;
    readonly supply: Supply;
    readonly servers: readonly SceneServer[];
    /** Those that clients use: the active one first, then another one for clients on the Internet. */
    readonly updatePoints: readonly SceneUpdatePoint[];
    /** The clients on the Internet and the server that they use; undefined without such clients and without a server for them. */
    readonly internet: { readonly clients: number; readonly server: string | undefined } | undefined;
    readonly problems: readonly SceneProblem[];
    /** The values that the plan states as unknown: `ports of WSUS on OSLSUP01`. */
    readonly unknowns: readonly string[];
    /** A description of the site for tooltips and screen readers. */
    readonly sentence: string;
    readonly mark?: SiteMark;
    /** In a comparison, the id of the site that has moved away from this place; see {@link SiteMark}. */
    readonly formerPlaceOf?: string;
}

/**
 * How a site differs from another version of the plan. `former`: not a site, but the place that a moved one had in the earlier version. `kept`: the
 * site is shown as in an earlier version, because its current text has syntax errors. In a comparison with the real hierarchy, `not-compared` marks a
 * site that is as planned where it was read, but was not read whole.
 */
export interface SiteMark {
    readonly kind: 'added' | 'removed' | 'moved' | 'former' | 'changed' | 'consequence' | 'kept' | 'differs' | 'not-found' | 'not-planned' | 'not-compared';
    /** The differences, in sentences. */
    readonly lines: readonly string[];
    /** The difference in a few words: `clients 310 → 410`. */
    readonly summary?: string | undefined;
    /** Whether one of the changes cannot be made in a running hierarchy. */
    readonly isImpossible?: boolean;
}

/** Where a site gets its updates from. Servers are identified by name. */
export type Supply =
    | { readonly kind: 'microsoft-update' }
    /** Its software update point synchronizes from that of the parent, with its own settings or as a replica. */
    | { readonly kind: 'parent' | 'replica'; readonly server: string }
    /** Its software update point synchronizes from another server that the plan names. */
    | { readonly kind: 'server'; readonly server: string }
    /** Synchronization source `none`: it gets its updates by export and import. */
    | { readonly kind: 'by-hand' }
    /** It does not have a software update point, and its clients scan at that of the parent. */
    | { readonly kind: 'scans-at-parent'; readonly server: string }
    /** Its software update point should synchronize from the parent's, but there is none. */
    | { readonly kind: 'cut-off' }
    /** Its synchronization source is unknown. */
    | { readonly kind: 'unknown' }
    | { readonly kind: 'nothing' };

export type ServerMark = 'active' | 'internet' | 'inactive' | 'uncertain' | 'site-server' | 'cluster' | 'node';

export interface SceneServer {
    /** `server:OSLSUP01`, `cluster:OSLNLB`. */
    readonly id: string;
    readonly name: string;
    /** Its roles, those that clients use first. */
    readonly marks: readonly ServerMark[];
    /** `WSUS 3.0 SP2`, where WSUS is planned. */
    readonly wsus: string | undefined;
    /** Where an Internet-based software update point gets its updates from. */
    readonly note: string | undefined;
    readonly problems: number;
    /** Whether the plan states a value of it as unknown. */
    readonly isUncertain: boolean;
}

/** A software update point that clients use. */
export interface SceneUpdatePoint {
    /** The name of its server or cluster. */
    readonly server: string;
    /** Undefined if the plan does not state it. */
    readonly usesSsl: boolean | undefined;
    /** The number of clients that use it. */
    readonly clients: number;
    /** The number of clients that it supports. The documentation has no number for clusters: theirs is the sum of their nodes. */
    readonly supported: number | undefined;
    readonly isCluster: boolean;
}

/** A flow of updates that does not come from the parent. */
export interface Feed {
    /** The id of a site, or {@link microsoftUpdate}. */
    readonly from: string;
    readonly to: string;
}

/** The {@link Feed.from} of updates from Microsoft Update. */
export const microsoftUpdate = 'microsoft-update';

export type ProblemSeverity = 'error' | 'warning' | 'information' | 'hint';

export interface SceneProblem {
    readonly rule: string;
    readonly severity: ProblemSeverity;
    readonly message: string;
}
