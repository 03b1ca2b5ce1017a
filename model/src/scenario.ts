import type { Ports } from './values.js';
import type { Assumptions } from './assumptions.js';

/**
 * A scenario: events that happen to a hierarchy over time, and expectations. Plain data, like the hierarchy itself. All times are
 * whole minutes since the scenario's start, which is a midnight: minute 0 of day 0.
 */
export interface Scenario {
    readonly element: 'scenario';
    readonly title: string | undefined;
    /** The duration of the run; undefined if the text does not state it. */
    readonly duration: number | undefined;
    /** The seed for random numbers; undefined means that of the settings. */
    readonly seed: number | undefined;
    /** The assumptions that this scenario overrides. */
    readonly assumptions: Partial<Assumptions>;
    readonly events: readonly ScenarioEvent[];
    readonly expectations: readonly Expectation[];
}

/** An event in the hierarchy. Events of the same minute happen in the order of the text. */
export interface ScenarioEvent {
    readonly element: 'event';
    readonly at: number;
    readonly action: Action;
}

export type Action =
    /** Stops the target, and starts it again after the duration, if there is one. */
    | { readonly kind: 'fail'; readonly target: Target; readonly duration: number | undefined }
    | { readonly kind: 'restore'; readonly target: Target }
    /** A change in WSUS or IIS outside Configuration Manager. */
    | { readonly kind: 'set'; readonly server: string; readonly change: Drift }
    /** A synchronization that an administrator starts in the console. */
    | { readonly kind: 'synchronize'; readonly site: string }
    /** `wsusutil export` on the server's upstream, and `wsusutil import` on the server. */
    | { readonly kind: 'import'; readonly server: string }
    | { readonly kind: 'publish'; readonly update: string; readonly product: string | undefined; readonly classification: string | undefined; readonly languages: readonly string[] | undefined }
    | { readonly kind: 'expire'; readonly update: string }
    /** The catalog no longer knows a product under this name. */
    | { readonly kind: 'withdraw'; readonly product: string }
    /** A domain Group Policy that names an update service; undefined removes it. */
    | { readonly kind: 'policy'; readonly clients: ClientSet; readonly url: string | undefined };

/** A target that can fail. Servers and clusters are identified by name, links by the code of the site that they connect to its parent. */
export type Target =
    | { readonly kind: 'microsoft-update' }
    | { readonly kind: 'server'; readonly name: string }
    | { readonly kind: 'wsus'; readonly name: string }
    | { readonly kind: 'certificate'; readonly name: string }
    | { readonly kind: 'proxy'; readonly name: string }
    | { readonly kind: 'content-share'; readonly name: string }
    | { readonly kind: 'link'; readonly site: string }
    /** Connections between two ends, in both directions. */
    | { readonly kind: 'connection'; readonly ends: readonly [ConnectionEnd, ConnectionEnd] };

/** An end of a connection: a server or cluster, all computers of a site, a group of clients, or Microsoft Update. */
export interface ConnectionEnd {
    readonly kind: 'server' | 'site' | 'clients' | 'microsoft-update';
    readonly name: string;
}

/** A setting that is changed in the WSUS console or in IIS. */
export type Drift =
    | { readonly setting: 'ports'; readonly value: Ports }
    | { readonly setting: 'ssl'; readonly value: 'required' | 'website' | 'off' }
    | { readonly setting: 'replica'; readonly value: boolean }
    /** The upstream server's name, or Microsoft Update. */
    | { readonly setting: 'source'; readonly value: { readonly kind: 'microsoft-update' } | { readonly kind: 'server'; readonly server: string } }
    | { readonly setting: 'products' | 'classifications' | 'languages'; readonly value: readonly string[] }
    /** The proxy server that WSUS uses; undefined for none. */
    | { readonly setting: 'proxy'; readonly value: string | undefined };

/** An expectation. {@link Claim} and {@link When} define the meaning of each claim at each time. */
export interface Expectation {
    readonly element: 'expectation';
    readonly claim: Claim;
    readonly when: When;
}

/** A set of sites: one, all, or all descendants of one. */
export type SiteSet =
    | { readonly kind: 'site'; readonly code: string }
    | { readonly kind: 'all' }
    | { readonly kind: 'below'; readonly code: string };

/** A set of clients: of sites or of a named group, all of them or those on the intranet or Internet. */
export type ClientSet =
    | { readonly kind: 'sites'; readonly sites: SiteSet; readonly on: 'intranet' | 'internet' | undefined }
    | { readonly kind: 'group'; readonly label: string };

/** The result of a scan. Source of the failures: "Troubleshoot software update scan failures" (Configuration Manager documentation). */
export type ScanResult = 'succeeded' | 'no-location' | 'unreachable' | 'group-policy-conflict' | 'ssl-failure' | 'busy';

/**
 * The claim of an expectation. The first three are occurrences, which happen at a moment. The others are states, which hold for some time.
 */
export type Claim =
    /** A synchronization of the site succeeds. */
    | { readonly kind: 'synchronized'; readonly sites: SiteSet }
    /** A status message of the site; `count` limits the number of messages. */
    | { readonly kind: 'status'; readonly id: number; readonly sites: SiteSet; readonly count: { readonly bound: 'at least' | 'at most'; readonly number: number } | undefined }
    /** No status message of the site is an error. */
    | { readonly kind: 'no-errors'; readonly sites: SiteSet }
    /** The site's WSUS settings are those that Configuration Manager configures. */
    | { readonly kind: 'settings'; readonly sites: SiteSet }
    /** The site's catalog is as new as another's. */
    | { readonly kind: 'matches'; readonly sites: SiteSet; readonly other: string }
    /** The clients' last scan had this result, against this server if one is named. Clients that have never scanned do not satisfy it. */
    | { readonly kind: 'scan'; readonly clients: ClientSet; readonly result: ScanResult; readonly server: string | undefined }
    /** Time since the site's last successful synchronization. */
    | { readonly kind: 'catalog-age'; readonly sites: SiteSet; readonly atMost: number }
    /** The site offers its clients the update, or the update as an expired one. */
    | { readonly kind: 'update'; readonly update: string; readonly state: 'available' | 'expired'; readonly sites: SiteSet }
    /** The console shows updates that the site's own catalog does not have yet. */
    | { readonly kind: 'console-ahead'; readonly sites: SiteSet }
    /** At least this share of the clients, in percent, has scanned for an update since it was published. */
    | { readonly kind: 'compliance'; readonly percent: number; readonly clients: ClientSet; readonly update: string }
    /** The number of clients whose last scan went to the server. */
    | { readonly kind: 'load'; readonly server: string; readonly atMost: number }
    /** Metadata and scans over the link since the start, in megabytes. */
    | { readonly kind: 'traffic'; readonly site: string; readonly atMost: number };

/**
 * The time at which a claim must hold.
 *
 * | | an occurrence | a state |
 * | --- | --- | --- |
 * | `default` | happens at least once | holds at the end |
 * | `by` | happens at that time or before | holds at that time |
 * | `after` | happens at that time or later | holds from that time on |
 * | `always` | – | holds all the time |
 * | `never` | never happens | never holds |
 * | `within`, of a site | happens within that time after each successful synchronization of that site | – |
 * | `within` | – | whenever it stops holding, it holds again within that time |
 *
 * Of a share of clients (`compliance`): `within` counts from the publication of the update.
 *
 * `no errors` is the absence of an occurrence: over the whole run, until a time (`by`), or from a time on (`after`).
 */
export type When =
    | { readonly kind: 'default' | 'always' | 'never' }
    | { readonly kind: 'by' | 'after'; readonly time: number }
    | { readonly kind: 'within'; readonly duration: number; readonly of: string | undefined };
