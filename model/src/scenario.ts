import type { Ports } from './values.js';
import type { Assumptions } from './assumptions.js';

/**
 * A scenario: what happens to a hierarchy over time, and what must hold. Plain data, like the hierarchy itself. All times are
 * whole minutes since the scenario's start, which is a midnight: minute 0 of day 0.
 */
export interface Scenario {
    readonly element: 'scenario';
    readonly title: string | undefined;
    /** How long the run lasts; undefined where the text does not say it. */
    readonly duration: number | undefined;
    /** What chance is drawn from; undefined means that of the settings. */
    readonly seed: number | undefined;
    /** The assumptions that this scenario sets otherwise. */
    readonly assumptions: Partial<Assumptions>;
    readonly events: readonly ScenarioEvent[];
    readonly expectations: readonly Expectation[];
}

/** Something that is done to the hierarchy. Events of one minute happen in the order of the text. */
export interface ScenarioEvent {
    readonly element: 'event';
    readonly at: number;
    readonly action: Action;
}

export type Action =
    /** Stops something, and starts it again after some minutes where a duration is given. */
    | { readonly kind: 'fail'; readonly target: Target; readonly duration: number | undefined }
    | { readonly kind: 'restore'; readonly target: Target }
    /** A change in WSUS or IIS that Configuration Manager is not told of. */
    | { readonly kind: 'set'; readonly server: string; readonly change: Drift }
    /** A run that an administrator starts in the console. */
    | { readonly kind: 'synchronize'; readonly site: string }
    /** `wsusutil export` on the server's upstream, and `wsusutil import` on the server. */
    | { readonly kind: 'import'; readonly server: string }
    | { readonly kind: 'publish'; readonly update: string; readonly product: string | undefined; readonly classification: string | undefined }
    | { readonly kind: 'expire'; readonly update: string }
    /** The catalog no longer knows a product under this name. */
    | { readonly kind: 'withdraw'; readonly product: string }
    /** A domain Group Policy that names an update service; undefined removes it. */
    | { readonly kind: 'policy'; readonly clients: ClientSet; readonly url: string | undefined };

/** What can fail. Servers and clusters go by name, links by the code of the site that they connect to its parent. */
export type Target =
    | { readonly kind: 'microsoft-update' }
    | { readonly kind: 'server'; readonly name: string }
    | { readonly kind: 'wsus'; readonly name: string }
    | { readonly kind: 'certificate'; readonly name: string }
    | { readonly kind: 'proxy'; readonly name: string }
    | { readonly kind: 'content-share'; readonly name: string }
    | { readonly kind: 'link'; readonly site: string };

/** A setting that somebody changes in the WSUS console or in IIS. */
export type Drift =
    | { readonly setting: 'ports'; readonly value: Ports }
    | { readonly setting: 'ssl'; readonly value: 'required' | 'website' | 'off' }
    | { readonly setting: 'replica'; readonly value: boolean }
    /** The upstream server's name, or Microsoft Update. */
    | { readonly setting: 'source'; readonly value: { readonly kind: 'microsoft-update' } | { readonly kind: 'server'; readonly server: string } }
    | { readonly setting: 'products' | 'classifications'; readonly value: readonly string[] }
    /** The proxy server that WSUS uses; undefined for none. */
    | { readonly setting: 'proxy'; readonly value: string | undefined };

/** What must hold. What each claim means under each time is written at {@link Claim} and {@link When}. */
export interface Expectation {
    readonly element: 'expectation';
    readonly claim: Claim;
    readonly when: When;
}

/** Sites by code: one, all, or all below one (without it). */
export type SiteSet =
    | { readonly kind: 'site'; readonly code: string }
    | { readonly kind: 'all' }
    | { readonly kind: 'below'; readonly code: string };

/** Clients: of sites, or of a named group; all of them or those in one place. */
export type ClientSet =
    | { readonly kind: 'sites'; readonly sites: SiteSet; readonly on: 'intranet' | 'internet' | undefined }
    | { readonly kind: 'group'; readonly label: string };

/** How a scan ends. Source of the failures: "Troubleshoot software update scan failures" (Configuration Manager documentation). */
export type ScanResult = 'succeeded' | 'no-location' | 'unreachable' | 'group-policy-conflict' | 'ssl-failure';

/**
 * What an expectation says. The first three are occurrences: they happen at a moment. The others are states: they hold for a while.
 */
export type Claim =
    /** A synchronization of the site ends well. */
    | { readonly kind: 'synchronized'; readonly sites: SiteSet }
    /** A status message of the site; `count` bounds how many there are. */
    | { readonly kind: 'status'; readonly id: number; readonly sites: SiteSet; readonly count: { readonly bound: 'at least' | 'at most'; readonly number: number } | undefined }
    /** No message of the site is an error. */
    | { readonly kind: 'no-errors'; readonly sites: SiteSet }
    /** The site's WSUS settings are those that Configuration Manager gives them. */
    | { readonly kind: 'settings'; readonly sites: SiteSet }
    /** The site's catalog is as new as another's. */
    | { readonly kind: 'matches'; readonly sites: SiteSet; readonly other: string }
    /** The clients' last scan ended so, against this server where one is named. Clients that never scanned do not satisfy it. */
    | { readonly kind: 'scan'; readonly clients: ClientSet; readonly result: ScanResult; readonly server: string | undefined }
    /** Time since the site's last successful synchronization. */
    | { readonly kind: 'catalog-age'; readonly sites: SiteSet; readonly atMost: number }
    /** What the site's clients are offered: the update, or the update as an expired one. */
    | { readonly kind: 'update'; readonly update: string; readonly state: 'available' | 'expired'; readonly sites: SiteSet }
    /** The console shows updates that the site's own catalog does not have yet. */
    | { readonly kind: 'console-ahead'; readonly sites: SiteSet }
    /** Clients whose last scan went to the server. */
    | { readonly kind: 'load'; readonly server: string; readonly atMost: number }
    /** Metadata and scans over the link since the start, in megabytes. */
    | { readonly kind: 'traffic'; readonly site: string; readonly atMost: number };

/**
 * When it must hold.
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
 * `no errors` is the absence of an occurrence: over the whole run, until a time (`by`), or from a time on (`after`).
 */
export type When =
    | { readonly kind: 'default' | 'always' | 'never' }
    | { readonly kind: 'by' | 'after'; readonly time: number }
    | { readonly kind: 'within'; readonly duration: number; readonly of: string | undefined };
