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

/** The oldest catalog for which clients of a group have scanned, compared to the current one of its top site. */
export type ClientState = 'never' | 'current' | 'stale';

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
    readonly compliance: ComplianceRecording;
    /** Settings and offers that the events of the scenario change, apart from outages. */
    readonly changes: readonly Change[];
    readonly samples: Samples;
}

/** The clients that have scanned for an update, some minutes after its publication at the worst moment. */
export interface ComplianceRecording {
    readonly curve: readonly { readonly minutes: number; readonly share: number }[];
    /** Those of the expectations of the scenario. */
    readonly deadlines: readonly ComplianceDeadline[];
    /** The sites with clients, the slowest first; a plan of many sites has more of them. */
    readonly sites: readonly SiteCompliance[];
    readonly otherSites: number;
}

export interface ComplianceDeadline {
    /** The share of clients that has to have scanned, from 0 to 1, and the minutes from the publication. */
    readonly share: number;
    readonly minutes: number;
}

export interface SiteCompliance {
    /** The id of the site in the scene. */
    readonly site: string;
    readonly code: string;
    readonly clients: number;
    /** Minutes until 50, 90 and 99% of the clients and all of them have scanned; null if they never do. */
    readonly by: readonly (number | null)[];
    /** The share of clients that have scanned by each deadline; null if the deadline is not about them. */
    readonly byDeadline: readonly (number | null)[];
}

/** Quantities of the whole plan at equal intervals: sample `i` is of minute `i * interval`. */
export interface Samples {
    /** In minutes. */
    readonly interval: number;
    /** Clients whose last scan failed. */
    readonly cannotScan: readonly number[];
    /** Clients that have scanned for the latest updates of their top site. */
    readonly upToDate: readonly number[];
    /** The links that are fullest at any time, the fullest first. */
    readonly links: readonly LinkSamples[];
}

export interface LinkSamples {
    /** The id of the site in the scene. */
    readonly site: string;
    readonly code: string;
    /** The share of the bandwidth that was used since the previous sample, in percent. */
    readonly used: readonly number[];
    readonly peak: number;
}

export interface SiteRecording {
    /** The id in the scene: `site:OSL`. */
    readonly id: string;
    readonly code: string;
    /** Whether the site has a software update point that synchronizes; otherwise only its console and its clients change. */
    readonly synchronizes: boolean;
    /** The index of the site with the software update point that its clients use: itself or one above it. */
    readonly source: number | undefined;
    readonly activity: Steps<Activity>;
    /** Why the last synchronization failed, until one succeeds. */
    readonly failure: Steps<string | undefined>;
    /** The content version of its catalog, which its clients receive, as of the last synchronization; 0 before the first. */
    readonly version: Steps<number>;
    /** The number of publications of Microsoft Update that its catalog contains. Unlike content versions, it is comparable between runs. */
    readonly revision: Steps<number>;
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
    /** The state of the clients that can scan. */
    readonly state: Steps<ClientState>;
    /** The number of clients whose last scan failed. */
    readonly failing: Steps<number>;
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
    /** The part in words, and its state: `EURSUP01`, `is stopped`. */
    readonly subject: string;
    readonly state: string;
    readonly text: string;
}

/** An event that changes settings or offers. */
export interface Change {
    readonly at: number;
    readonly text: string;
    /** The id of the affected part in the scene, if there is one. */
    readonly part: string | undefined;
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

/** The difference between a run and the same plan without any events. */
export interface RunDifference {
    /** All clients of the plan. */
    readonly clients: number;
    readonly cannotScan: Effect;
    /** Clients that can scan, at a site whose catalog lacks updates that it would have without the events. */
    readonly heldBack: Effect;
    /** The first minute with at least 95 % of the most clients that cannot scan, or that are held back if all can scan; undefined if no client is worse off. */
    readonly worst: number | undefined;
    /** The longest delays first. */
    readonly sites: readonly SiteDelay[];
    /** Those with the most client-minutes first. */
    readonly groups: readonly ClientDelay[];
    /** {@link Samples.upToDate} without the events. */
    readonly upToDate: readonly number[];
}

/** Clients that are worse off than without the events. */
export interface Effect {
    /** The most at any time. */
    readonly clients: number;
    /** The longest time for any of them. */
    readonly minutes: number;
    /** Whether it lasts until the run ends. */
    readonly isOpen: boolean;
    /** The ids of their sites, those with the most clients first. */
    readonly sites: readonly string[];
}

/** A site that receives updates earlier or later than without the events, or not at all. */
export interface SiteDelay {
    readonly site: string;
    readonly code: string;
    /** When the updates with the largest difference arrive without the events, and with them. */
    readonly before: number;
    /** Undefined if it does not arrive within the run. */
    readonly after: number | undefined;
    /** When the catalog of the site lacks updates that it would have without the events. */
    readonly behind: readonly Period[];
    readonly text: string;
}

export interface Period {
    readonly from: number;
    readonly to: number;
}

/** Clients that cannot scan although they could without the events. */
export interface ClientDelay {
    readonly site: string;
    readonly name: string;
    /** The most at any time, and the longest time for any of them. */
    readonly clients: number;
    readonly minutes: number;
    readonly isOpen: boolean;
    readonly text: string;
}
