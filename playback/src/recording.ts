/** A value that changes over time: `is[i]` holds from minute `at[i]` until `at[i + 1]`. The first moment is always 0. */
export interface Steps<T> {
    readonly at: readonly number[];
    readonly is: readonly T[];
}

/**
 * The activity of SMS_WSUS_SYNC_MANAGER at a site: none; a request is queued; WSUS synchronizes from upstream; WSUS settles; updates are
 * copied to the site database; the Internet-based software update point synchronizes; the last attempt failed and a retry is scheduled.
 */
export type Activity = 'idle' | 'queued' | 'wsus' | 'settling' | 'database' | 'internet' | 'failed';

/** The activity on the link between a site and its parent. */
export type LinkActivity = 'idle' | 'waiting' | 'sending' | 'pulling';

/** The result of the last scan of a client group, compared to the current catalog of its top site. */
export type ClientState = 'never' | 'current' | 'stale' | 'failing';

/** The three components of a software update point. Source: "About the Software Update Point" (ConfigMgr 2007 library). */
export type WorkingComponent = 'SMS_WSUS_SYNC_MANAGER' | 'SMS_WSUS_CONFIGURATION_MANAGER' | 'SMS_WSUS_CONTROL_MANAGER';

/** A recorded run: plain data that can be sent as JSON and read at any moment without a simulation. */
export interface Recording {
    /** The title of the scenario; undefined for the plan without a scenario. */
    readonly title: string | undefined;
    /** In minutes. */
    readonly duration: number;
    /** Whether the run exceeded its event budget and stopped early. */
    readonly isExhausted: boolean;
    /** Minutes between two verifications by WSUS Configuration Manager, which happen at multiples of the interval. */
    readonly verifyInterval: number;
    readonly sites: readonly SiteRecording[];
    readonly clients: readonly ClientRecording[];
    readonly outages: readonly Outage[];
    readonly marks: readonly Mark[];
    /** How long a new update takes to reach the last client, and the parts of that time, as sentences. */
    readonly headline: readonly string[];
    /** The share of clients that have scanned for an update, some minutes after its publication at the worst moment. */
    readonly compliance: readonly { readonly minutes: number; readonly share: number }[];
}

export interface SiteRecording {
    /** The id in the scene: `site:OSL`. */
    readonly id: string;
    readonly code: string;
    /** Whether the site has a software update point that synchronizes; otherwise only its console and its clients change. */
    readonly synchronizes: boolean;
    readonly activity: Steps<Activity>;
    /** Why the last synchronization failed, until one succeeds. */
    readonly failure: Steps<string | undefined>;
    /** The content version of its catalog, which its clients receive, as of the last synchronization; 0 before the first. */
    readonly version: Steps<number>;
    /** The content version that its console shows. */
    readonly console: Steps<number>;
    /** The index of the top site that its updates come from; undefined if there is none. */
    readonly top: number | undefined;
    /** WSUS settings of the site that differ from those of Configuration Manager. */
    readonly drift: Steps<readonly string[]>;
    readonly link: Steps<LinkActivity>;
    /** Moments at which a component worked on something other than synchronization. */
    readonly work: readonly { readonly at: number; readonly component: WorkingComponent }[];
    /** Times of successful synchronizations, for the age of the catalog. */
    readonly successes: readonly number[];
}

export interface ClientRecording {
    /** The id of the site in the scene. */
    readonly site: string;
    readonly name: string;
    readonly count: number;
    readonly isOnInternet: boolean;
    readonly state: Steps<ClientState>;
    /** The server of the last scan, if it succeeded. */
    readonly server: Steps<string | undefined>;
}

/** A failure of a part of the hierarchy. */
export interface Outage {
    /** The id of the part in the scene: that of the site for a link, undefined for Microsoft Update. */
    readonly part: string | undefined;
    readonly kind: 'microsoft-update' | 'server' | 'wsus' | 'certificate' | 'proxy' | 'content-share' | 'link' | 'connection';
    readonly from: number;
    /** Undefined if it lasts to the end. */
    readonly to: number | undefined;
    readonly text: string;
}

/** A notable moment, marked on the time line. */
export interface Mark {
    readonly at: number;
    /** An event of the scenario, an event that was not possible (`refused`), or the verdict on an expectation. */
    readonly kind: 'event' | 'refused' | 'held' | 'broken' | 'untested';
    readonly text: string;
    /** The id of the affected part in the scene, if there is one. */
    readonly part: string | undefined;
}

/**
 * The difference between a run with additional events and the same run without them. The worst delays come first: for sites the longest, for
 * clients those with the most client-minutes.
 */
export interface RunDifference {
    /** A summary in one sentence. */
    readonly summary: string;
    readonly sites: readonly SiteDelay[];
    readonly clients: readonly ClientDelay[];
}

/** A site that receives a content version earlier or later than in the other run, or not at all. */
export interface SiteDelay {
    readonly site: string;
    readonly version: number;
    readonly before: number;
    /** Undefined if it does not arrive within the run. */
    readonly after: number | undefined;
    readonly text: string;
}

/** Clients that have no successful scan, or an old catalog, for longer than in the other run. */
export interface ClientDelay {
    readonly site: string;
    readonly name: string;
    readonly count: number;
    /** Additional minutes without a successful scan, and with an old catalog, compared to the other run. */
    readonly failing: number;
    readonly stale: number;
    readonly text: string;
}
