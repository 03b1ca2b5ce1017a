import type { ModelElement, Ports, ScanResult, Server, Site, SoftwareUpdatePoint, SynchronizationSource, WsusServer } from '@sup/model';
import type { Catalog, Subscription } from './catalog.js';
import type { LinkState } from './link.js';
import type { Obstacle } from './obstacle.js';

/** A computer, with the WSUS that is installed on it, while the simulation runs. */
export interface ServerState {
    readonly server: Server;
    readonly wsus: WsusServer | undefined;
    readonly site: SiteState;
    isUp: boolean;
    isWsusUp: boolean;
    hasValidCertificate: boolean;
    /** What IIS listens on now; undefined where the plan does not say it. */
    ports: Ports | undefined;
    ssl: WsusServer['ssl'];
}

/** WSUS settings that differ from what Configuration Manager gives: each is there only while it deviates. */
export interface Deviations {
    source?: { readonly kind: 'microsoft-update' } | { readonly kind: 'server'; readonly server: string };
    replica?: boolean;
    products?: readonly string[];
    classifications?: readonly string[];
    /** The proxy server that WSUS was given; an empty text stands for none. */
    proxy?: string;
}

/** A software update point: of a cluster, all nodes as one, with one database. */
export interface PointState {
    readonly point: SoftwareUpdatePoint;
    readonly site: SiteState;
    readonly servers: readonly ServerState[];
    catalog: Catalog;
    /** The content version that clients are told; 0 until the first synchronization has ended well. */
    contentVersion: number;
    deviations: Deviations;
    /** Whether `wsusutil import` brought something since the last synchronization. */
    isImported: boolean;
    isProxyWorking: boolean;
    isContentShared: boolean;
    /** What WSUS Control Manager found at its last check. */
    isHealthy: boolean;
    /** Clients whose last scan succeeded here, and the most there ever were. */
    clients: number;
    mostClients: number;
    scans: number;
}

export type SyncMode = 'full' | 'delta';
/** What asked for a synchronization. */
export type SyncCause = 'schedule' | 'console' | 'parent' | 'retry';

export interface SyncRequest {
    readonly mode: SyncMode;
    readonly by: SyncCause;
    /** The trace entry that the request came from. */
    readonly cause: number | undefined;
}

/** A synchronization that is under way. */
export interface SyncRun extends SyncRequest {
    phase: 'wsus' | 'settling' | 'database' | 'internet';
    /** What WSUS will hold when the phase ends, and the content version that its upstream server had for it. */
    arriving: Catalog | undefined;
    version: number;
    hasChanged: boolean;
}

/** A content version that client policy asks for, and from when on. */
export interface PolicyVersion {
    readonly version: number;
    readonly since: number;
}

/** Where WSUS Configuration Manager stands. Source: "WSUS Configuration Manager" (Configuration Manager documentation). */
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
    /** Whether it is where the hierarchy gets its updates from. */
    readonly isRoot: boolean;
    /** The site that its updates come from in the end: itself, or the one above that is a root; undefined where none is. */
    root: SiteState | undefined;
    readonly source: SynchronizationSource;
    readonly subscription: Subscription;
    configuration: ConfigurationState;
    obstacle: Obstacle | undefined;
    /** When WSUS Configuration Manager looks next; it is asked only when there is something to find. */
    verifyAt: number | undefined;
    healthCheckAt: number | undefined;
    run: SyncRun | undefined;
    /** One request is remembered while a run is under way, or while the site server is down. */
    pending: SyncRequest | undefined;
    /** Which retry is still wanted. */
    retry: number;
    contentVersion: number;
    /** What the site database shows in the console. A secondary site has none. */
    consoleVersion: number;
    /** What client policy has asked for, the newest first; of the earlier ones those that a client may still go by. */
    policies: readonly PolicyVersion[];
    lastSuccess: number | undefined;
    lastFailure: number | undefined;
    /** The trace entry of the last failed synchronization or configuration that nothing has mended since. */
    lastFailureEntry: number | undefined;
    syncs: number;
    failures: number;
}

/** Clients that are alike: at one site, in one place, under one Group Policy. */
export interface ClientGroupState {
    readonly name: string;
    readonly label: string | undefined;
    readonly element: ModelElement;
    readonly count: number;
    readonly on: 'intranet' | 'internet';
    readonly located: SiteState;
    /** The primary site that they are assigned to. */
    readonly assigned: SiteState;
    groupPolicy: string | undefined;
    /** When the clients of the group last began to scan, and the first time from which the schedule counts. */
    firstScan: number | undefined;
    cycle: number;
    result: ScanResult | undefined;
    /** The software update point of the last scan where it succeeded, and the one where it failed. */
    server: PointState | undefined;
    failedAgainst: PointState | undefined;
    /** The content version of the last successful scan. */
    scannedVersion: number;
    lastSuccess: number | undefined;
    failures: number;
    /** Minutes during which scans failed, as far as they are over. */
    failedMinutes: number;
    /** The trace entry of its last scan that was worth one. */
    lastEntry: number | undefined;
    /** When scans began to fail, while they do. */
    failingSince: number | undefined;
}
