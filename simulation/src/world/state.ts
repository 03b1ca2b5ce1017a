import type { ModelElement, Ports, ScanResult, Server, Site, SiteMode, SoftwareUpdatePoint, SynchronizationSource, WsusServer } from '@sup/model';
import type { Catalog, Subscription } from './catalog.js';
import type { HourlyPeak } from './hourly-peak.js';
import type { Flow } from './link-transfers.js';
import type { LinkState } from './link.js';
import type { Obstacle } from './obstacle.js';
import type { ServerQueue } from './server-queue.js';

/** The state of a computer and the WSUS on it during the simulation. */
export interface ServerState {
    readonly server: Server;
    readonly wsus: WsusServer | undefined;
    readonly site: SiteState;
    isUp: boolean;
    isWsusUp: boolean;
    hasValidCertificate: boolean;
    /** The ports that IIS listens on now; undefined if the plan does not state them. */
    ports: Ports | undefined;
    ssl: WsusServer['ssl'];
}

/** WSUS settings that differ from those that Configuration Manager sets. Each property is present only while it deviates. */
export interface Deviations {
    source?: { readonly kind: 'microsoft-update' } | { readonly kind: 'server'; readonly server: string };
    replica?: boolean;
    products?: readonly string[];
    classifications?: readonly string[];
    languages?: readonly string[];
    /** The proxy server that WSUS uses instead; an empty string means none. */
    proxy?: string;
}

/** The state of a software update point. The nodes of a cluster count as one, with one database. */
export interface PointState {
    readonly point: SoftwareUpdatePoint;
    readonly site: SiteState;
    readonly servers: readonly ServerState[];
    catalog: Catalog;
    /** The content version that clients receive; 0 until the first successful synchronization. */
    contentVersion: number;
    deviations: Deviations;
    /** Whether `wsusutil import` has run since the last synchronization. */
    isImported: boolean;
    isProxyWorking: boolean;
    isContentShared: boolean;
    /** The result of the last check of WSUS Control Manager. */
    isHealthy: boolean;
    /** The minute since which it has its content version. */
    versionSince: number;
    /** Clients whose last scan succeeded here, and their maximum so far. */
    clients: number;
    mostClients: number;
    /** Scans that have succeeded. */
    scans: number;
    /** The scans that wait for the server, and the highest number of scans that started in an hour. */
    readonly queue: ServerQueue;
    readonly peak: HourlyPeak;
}

export type SyncMode = 'full' | 'delta';
/** The trigger of a synchronization. */
export type SyncCause = 'schedule' | 'console' | 'parent' | 'retry';

export interface SyncRequest {
    readonly mode: SyncMode;
    readonly by: SyncCause;
    /** The trace entry that caused the request. */
    readonly cause: number | undefined;
}

/** A synchronization in progress. */
export interface SyncRun extends SyncRequest {
    phase: 'wsus' | 'settling' | 'database' | 'internet';
    /** The catalog that WSUS will have when the phase ends, and the content version of its upstream server for it. */
    arriving: Catalog | undefined;
    version: number;
    hasChanged: boolean;
    /** The transfer of metadata from the upstream server, while it lasts. */
    flow: Flow | undefined;
}

/** A content version in client policy, and the minute since which policy contains it. */
export interface PolicyVersion {
    readonly version: number;
    readonly since: number;
}

/** The state of WSUS Configuration Manager. Source: "WSUS Configuration Manager" (Configuration Manager documentation). */
export type ConfigurationState = 'pending' | 'success' | 'failed';

export interface SiteState {
    readonly site: Site;
    readonly mode: SiteMode | undefined;
    /** Orders simultaneous events: by depth, then by site code. */
    readonly rank: number;
    readonly depth: number;
    readonly parent: SiteState | undefined;
    readonly children: SiteState[];
    siteServer: ServerState | undefined;
    readonly link: LinkState;
    readonly groups: ClientGroupState[];
    active: PointState | undefined;
    internet: PointState | undefined;
    /** Whether the hierarchy gets its updates through this site. */
    readonly isRoot: boolean;
    /** The root that its updates come from: the site itself or one above it; undefined if there is none. */
    root: SiteState | undefined;
    readonly source: SynchronizationSource;
    readonly subscription: Subscription;
    configuration: ConfigurationState;
    obstacle: Obstacle | undefined;
    /** The time of the next verification by WSUS Configuration Manager; scheduled only after a change. */
    verifyAt: number | undefined;
    healthCheckAt: number | undefined;
    run: SyncRun | undefined;
    /** The request that is queued during a run or while the site server is down. */
    pending: SyncRequest | undefined;
    /** The number of the retry that is still valid; earlier ones are obsolete. */
    retry: number;
    contentVersion: number;
    /** The content version that the console shows. A secondary site has no site database. */
    consoleVersion: number;
    /** The content versions in client policy, the newest first. Includes earlier ones that a client may still use. */
    policies: readonly PolicyVersion[];
    lastSuccess: number | undefined;
    lastFailure: number | undefined;
    /** The trace entry of the last failed synchronization or configuration, until a synchronization succeeds. */
    lastFailureEntry: number | undefined;
    syncs: number;
    failures: number;
}

/** Clients with the same site, network and Group Policy. */
export interface ClientGroupState {
    readonly name: string;
    readonly label: string | undefined;
    readonly element: ModelElement;
    readonly count: number;
    readonly on: 'intranet' | 'internet';
    readonly located: SiteState;
    /** The primary site that the clients are assigned to. */
    readonly assigned: SiteState;
    groupPolicy: string | undefined;
    /** The names that the plan lists under `cannot reach` for these clients. */
    readonly cannotReach: readonly string[];
    /** The policy versions that the parts of the group know while policy cannot reach them. */
    readonly heldVersions: number[];
    /** The clients in up to eight parts, in the order in which they scan. */
    readonly cohorts: CohortState[];
    /** The times of the scans, once policy has enabled them. */
    waves: Waves | undefined;
    /** A failure of any of the clients, otherwise success if all have scanned. */
    result: ScanResult | undefined;
    /** The software update point of the last scans, if all succeeded against one, and one against which they failed, if any. */
    server: PointState | undefined;
    failedAgainst: PointState | undefined;
    /** The content version that all clients have scanned for. */
    scannedVersion: number;
    lastSuccess: number | undefined;
    /** Scans of individual clients that started, and those that failed. */
    attempts: number;
    failures: number;
    /** The trace entry of the last scan that was reported. */
    lastEntry: number | undefined;
    /** The successful scans since the last entry about them. */
    unreported: { clients: number; cohorts: number; point: PointState | undefined };
    /** Whether an entry about scans that were skipped is the last one. */
    isSkipping: boolean;
}

/** The times at which the parts of a group start to scan, in minutes from the start of a wave. */
export interface Waves {
    /** The start of the first wave; wave k starts k scan intervals later. */
    readonly from: number;
    readonly first: WaveShape;
    readonly later: WaveShape;
}

/** The starts of the clients in a wave. */
export interface WaveShape {
    /** The minutes at which each eighth of the clients has started. */
    readonly edges: readonly number[];
    /** The periods over which each client draws its start; undefined if all parts start evenly. */
    readonly periods: readonly number[] | undefined;
}

/** A part of a client group. Its clients start their scans evenly over a part of each wave. */
export interface CohortState {
    readonly group: ClientGroupState;
    /** From 0 to 7. */
    readonly number: number;
    readonly count: number;
    /** The number of waves that have started. */
    wave: number;
    /** The clients of the current wave that have not started yet, because the ones before them failed. */
    isPostponed: boolean;
    /** The scans in progress: of the current wave, in several portions, and of clients that try again. */
    readonly scans: ScanState[];
    retry: ScanState | undefined;
    /** Clients whose last scan failed, the minute since which this is their number, and whether their next attempt is scheduled. */
    failed: number;
    failedSince: number;
    isRetryDue: boolean;
    /** An upper bound of the clients that had a failed scan during the run. Clients have no identity, so those that fail in several waves count again, up to `count`. */
    everFailed: number;
    /** Minutes during which scans failed, summed over the clients, up to `failedSince`. */
    failedMinutes: number;
    result: ScanResult | undefined;
    server: PointState | undefined;
    failedAgainst: PointState | undefined;
    /** The content version that all clients have scanned for, and the lowest one of the current wave. */
    version: number;
    waveVersion: number | undefined;
    /** The versions of the last scan of each client, in the order in which they scan; incomplete after failures. */
    known: { readonly version: number; clients: number }[];
    /** The software update point whose WSUS database the clients know, and the megabytes of an interrupted scan that they keep. */
    catalog: PointState | undefined;
    kept: number;
    keptFor: PointState | undefined;
    /** The minutes over which the last failed scans started. */
    failedWidth: number;
}

/** Scans in progress: clients of one part of a group that start evenly from one minute to another. */
export interface ScanState {
    readonly cohort: CohortState;
    readonly isRetry: boolean;
    readonly clients: number;
    readonly from: number;
    readonly to: number;
    readonly point: PointState;
    readonly version: number;
    /** The megabytes that each client transfers. */
    readonly size: number;
    /** Whether no clients of the part start after these. */
    readonly isLast: boolean;
    /** The time at which the server has worked on the scan of the last client; the link may still transfer data. */
    readonly served: number;
    /** The transfer over the link to the parent site while it lasts, and whether all of its data has arrived. */
    flow: Flow | undefined;
    hasData: boolean;
}

/** Clients that have scanned successfully, for observers. It exists only during the call. */
export interface CompletedScans {
    readonly group: ClientGroupState;
    /** The part of the group, from 0 to 7. */
    readonly part: number;
    readonly clients: number;
    /** They started evenly from one minute to another, and the last was done at `end`. */
    readonly from: number;
    readonly to: number;
    readonly end: number;
    readonly point: PointState;
    /** The content version that they scanned for. */
    readonly version: number;
}
