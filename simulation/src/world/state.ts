import type { ModelElement, Ports, ScanResult, Server, Site, SoftwareUpdatePoint, SynchronizationSource, WsusServer } from '@sup/model';
import type { Catalog, Subscription } from './catalog.js';
import type { LinkState } from './link.js';
import type { Obstacle } from './obstacle.js';

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
    /** Clients whose last scan succeeded here, and their maximum so far. */
    clients: number;
    mostClients: number;
    scans: number;
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
    /** The time of the first scan, from which the scan schedule counts, and the number of the current scan cycle. */
    firstScan: number | undefined;
    cycle: number;
    result: ScanResult | undefined;
    /** The software update point of the last scan, if it succeeded, and the one against which it failed, if any. */
    server: PointState | undefined;
    failedAgainst: PointState | undefined;
    /** The content version of the last successful scan. */
    scannedVersion: number;
    lastSuccess: number | undefined;
    failures: number;
    /** Minutes during which scans failed, without the current period of failures. */
    failedMinutes: number;
    /** The trace entry of the last scan that was reported. */
    lastEntry: number | undefined;
    /** The start of the current period of failures. */
    failingSince: number | undefined;
}
