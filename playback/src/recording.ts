/** Something that changes over time: `is[i]` holds from minute `at[i]` until `at[i + 1]`. The first moment is always 0. */
export interface Steps<T> {
    readonly at: readonly number[];
    readonly is: readonly T[];
}

/**
 * What SMS_WSUS_SYNC_MANAGER of a site is at: nothing; a request waits for its turn; WSUS synchronizes from upstream; WSUS settles; updates
 * are copied to the site database; the Internet-based software update point synchronizes; the last attempt failed and the next is awaited.
 */
export type Activity = 'idle' | 'queued' | 'wsus' | 'settling' | 'database' | 'internet' | 'failed';

/** What passes over the link between a site and its parent. */
export type LinkActivity = 'idle' | 'waiting' | 'sending' | 'pulling';

/** How the clients of a group last scanned, held against what their top site has by now. */
export type ClientState = 'never' | 'current' | 'stale' | 'failing';

/** The three components of a software update point. Source: "About the Software Update Point" (ConfigMgr 2007 library). */
export type WorkingComponent = 'SMS_WSUS_SYNC_MANAGER' | 'SMS_WSUS_CONFIGURATION_MANAGER' | 'SMS_WSUS_CONTROL_MANAGER';

/** A run as it is played: plain data that can be sent as JSON, and looked at for any moment without running anything. */
export interface Recording {
    /** Of the scenario; undefined for the plan as it is. */
    readonly title: string | undefined;
    /** Minutes. */
    readonly duration: number;
    /** Whether the run was given up because too much happened in it. */
    readonly isExhausted: boolean;
    /** Minutes between two visits of WSUS Configuration Manager, at full multiples since the start. */
    readonly verifyInterval: number;
    readonly sites: readonly SiteRecording[];
    readonly clients: readonly ClientRecording[];
    readonly outages: readonly Outage[];
    readonly marks: readonly Mark[];
    /** How long a new update takes to the last client, and the parts of that time: sentences. */
    readonly headline: readonly string[];
}

export interface SiteRecording {
    /** As in the scene: `site:OSL`. */
    readonly id: string;
    readonly code: string;
    /** Whether it has a software update point that synchronizes; of other sites only the console and the clients change. */
    readonly synchronizes: boolean;
    readonly activity: Steps<Activity>;
    /** Why the last synchronization failed, until one succeeds. */
    readonly failure: Steps<string | undefined>;
    /** The content version that its clients are told: that of its catalog as of the last synchronization; 0 before the first. */
    readonly version: Steps<number>;
    /** The content version whose updates its console shows. */
    readonly console: Steps<number>;
    /** The index of the site at the top of what it synchronizes from; undefined where it is none's. */
    readonly top: number | undefined;
    /** Settings of its WSUS that are not as Configuration Manager gives them. */
    readonly drift: Steps<readonly string[]>;
    readonly link: Steps<LinkActivity>;
    /** Moments at which a component did something other than synchronizing. */
    readonly work: readonly { readonly at: number; readonly component: WorkingComponent }[];
    /** When synchronizations succeeded, for the age of its catalog. */
    readonly successes: readonly number[];
}

export interface ClientRecording {
    /** The site that they are at, as in the scene. */
    readonly site: string;
    readonly name: string;
    readonly count: number;
    readonly isOnInternet: boolean;
    readonly state: Steps<ClientState>;
    /** The server of the last scan that succeeded. */
    readonly server: Steps<string | undefined>;
}

/** Something that is out of order for a while. */
export interface Outage {
    /** The part of the scene: a site's id stands for its link, undefined for Microsoft Update. */
    readonly part: string | undefined;
    readonly kind: 'microsoft-update' | 'server' | 'wsus' | 'certificate' | 'proxy' | 'content-share' | 'link';
    readonly from: number;
    /** Undefined where it lasts to the end. */
    readonly to: number | undefined;
    readonly text: string;
}

/** A moment worth marking on the time line. */
export interface Mark {
    readonly at: number;
    /** What happens by the scenario, or how an expectation was judged; `refused`: an event that was not possible. */
    readonly kind: 'event' | 'refused' | 'held' | 'broken' | 'untested';
    readonly text: string;
    /** The part of the scene that it is about, where it is about one. */
    readonly part: string | undefined;
}

/** What a run with more events in it changes against the same run without them. The worst first: of clients, by how many and for how long. */
export interface RunDifference {
    /** What to say first, in a sentence. */
    readonly summary: string;
    readonly sites: readonly SiteDelay[];
    readonly clients: readonly ClientDelay[];
}

/** A site that comes to a content version later than in the other run, or not at all; negative: earlier. */
export interface SiteDelay {
    readonly site: string;
    readonly version: number;
    readonly before: number;
    /** Undefined: not within the run. */
    readonly after: number | undefined;
    readonly text: string;
}

/** Clients that go without a scan, or with an old catalog, for longer than in the other run. */
export interface ClientDelay {
    readonly site: string;
    readonly name: string;
    readonly count: number;
    /** Minutes during which they had no scan that succeeded, and during which they were stale, more than in the other run. */
    readonly failing: number;
    readonly stale: number;
    readonly text: string;
}
