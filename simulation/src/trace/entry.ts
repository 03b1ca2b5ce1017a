import type { Action, ModelElement, ScanResult, Target } from '@sup/model';
import type { Obstacle } from '../world/obstacle.js';
import type { SyncCause, SyncMode } from '../world/state.js';

/**
 * The component that reports an entry. Sources: "About the Software Update Point" (ConfigMgr 2007 library), for the three WSUS components;
 * "Track software update synchronization" (Configuration Manager documentation, later version), for the sender of notifications.
 */
export type Component =
    | 'SMS_WSUS_SYNC_MANAGER' | 'SMS_WSUS_CONFIGURATION_MANAGER' | 'SMS_WSUS_CONTROL_MANAGER' | 'SMS_REPLICATION_MANAGER'
    | 'Client' | 'Scenario' | 'Simulator';

export type EntrySeverity = 'information' | 'warning' | 'error';

/** The kind of an entry and its data. */
export type EntryDetails =
    | { readonly kind: 'event'; readonly action: Action }
    | { readonly kind: 'event-refused'; readonly action: Action; readonly obstacle: Obstacle }
    | { readonly kind: 'sync-queued'; readonly mode: SyncMode; readonly by: SyncCause; readonly isWaitingForServer: boolean }
    | { readonly kind: 'sync-started'; readonly mode: SyncMode; readonly by: SyncCause }
    | { readonly kind: 'wsus-phase'; readonly upstream: string }
    | { readonly kind: 'settling'; readonly minutes: number }
    | { readonly kind: 'database-phase' }
    | { readonly kind: 'internet-phase'; readonly server: string }
    | { readonly kind: 'sync-done'; readonly version: number; readonly changed: boolean; readonly hasLicenses: boolean }
    /** `attempts` is the number of attempts that failed for the same reason, in explanations. `holdsChildren` rests on an assumption. */
    | { readonly kind: 'sync-failed'; readonly obstacle: Obstacle; readonly retryAt: number; readonly holdsChildren?: boolean; readonly attempts?: number }
    | { readonly kind: 'sync-lost'; readonly obstacle: Obstacle }
    | { readonly kind: 'content-behind'; readonly version: number; readonly wanted: number }
    | { readonly kind: 'notification-sent'; readonly to: string; readonly waits: number }
    | { readonly kind: 'notification-arrived'; readonly version: number }
    | { readonly kind: 'objects-arrived'; readonly version: number }
    | { readonly kind: 'imported'; readonly server: string }
    | { readonly kind: 'import-failed'; readonly server: string; readonly obstacle: Obstacle }
    | { readonly kind: 'configured' }
    | { readonly kind: 'configuration-failed'; readonly obstacle: Obstacle }
    | { readonly kind: 'settings-restored'; readonly settings: readonly string[] }
    | { readonly kind: 'settings-left'; readonly settings: readonly string[] }
    | { readonly kind: 'unhealthy'; readonly server: string; readonly obstacle: Obstacle }
    | { readonly kind: 'healthy'; readonly server: string }
    | { readonly kind: 'policy'; readonly group: string; readonly version: number }
    /** The clients that have scanned since the last entry, of those of the group. */
    | { readonly kind: 'scanned'; readonly group: string; readonly server: string; readonly version: number; readonly clients: number; readonly of: number }
    | { readonly kind: 'scan-failed'; readonly group: string; readonly result: Exclude<ScanResult, 'succeeded'>; readonly server: string | undefined; readonly clients: number; readonly of: number }
    | { readonly kind: 'scan-skipped'; readonly group: string }
    | { readonly kind: 'link-overloaded'; readonly clients: number; readonly needed: number; readonly interval: number }
    /** No scan was due while something failed that the clients use. */
    | { readonly kind: 'outage-unnoticed'; readonly target: Target; readonly clients: number; readonly minutes: number }
    | { readonly kind: 'stopped'; readonly events: number };

/** An entry of the trace, comparable to a status message. Plain data. */
export interface TraceEntry {
    /** Consecutive from 0; the id of a cause is smaller than that of its effect. */
    readonly id: number;
    /** Minutes since the scenario's start. */
    readonly time: number;
    /** The entry that triggered this one. */
    readonly cause: number | undefined;
    /** For a failure, the entry of its reason: a fault, or a failure elsewhere. */
    readonly because: number | undefined;
    /** The site code, if the entry belongs to a site. */
    readonly site: string | undefined;
    readonly component: Component;
    /** The status message id, if the documentation confirms it. */
    readonly status: number | undefined;
    readonly severity: EntrySeverity;
    readonly details: EntryDetails;
    /** The parts of the plan that the entry is about, the most specific first. */
    readonly elements: readonly ModelElement[];
}

/** The status messages of synchronization that the documentation confirms, each with its source. */
export const statusIds = {
    /** "Track software update synchronization" (later version). */
    started: 6701,
    /** "How to Synchronize Software Updates" (ConfigMgr 2007 library). */
    done: 6702,
    /** "Troubleshooting Software Updates Synchronization" (ConfigMgr 2007 library). */
    failed: 6703,
    /** "Track software update synchronization" (later version). */
    wsusPhase: 6704,
    databasePhase: 6705,
    internetPhase: 6706,
    /** `SMS_SUPSyncStatus` reference (later version). */
    contentBehind: 6707,
    licencesPending: 6708
} as const;
