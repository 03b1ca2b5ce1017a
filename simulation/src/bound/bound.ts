import type { Assumptions } from '@sup/model';
import type { Cascade } from './cascade.js';

/**
 * A part of the longest path of an update to the last client. `link` and `server` replace the spread of the scans where
 * the link, or the software update point, needs longer for them than this spread.
 */
export type BoundPartKind =
    | 'schedule' | 'synchronization' | 'waiting' | 'link-window' | 'notification' | 'import' | 'pull'
    | 'policy' | 'scan-interval' | 'scan-spread' | 'link' | 'server' | 'last-scan';

export interface BoundPart {
    readonly kind: BoundPartKind;
    readonly site: string;
    /** Whole minutes. */
    readonly minutes: number;
}

/** Why nothing limits the time. */
export interface NoBound {
    readonly kind: 'no-clients' | 'manual-schedule' | 'manual-import' | 'never-synchronizes' | 'no-update-point' | 'scans-fail' | 'link-too-slow';
    /** The site or the clients that it is about. */
    readonly subject: string;
    /** A sentence with the names and figures. */
    readonly text: string;
}

/** The bound for the clients of one group. */
export interface GroupBound {
    readonly clients: string;
    readonly site: string;
    readonly count: number;
    /** The software update point that they use; undefined if they have none. */
    readonly server: string | undefined;
    /** From the publication until their software update point has the update, at most, and until the last of them has scanned. Undefined if nothing limits it. */
    readonly available: number | undefined;
    readonly minutes: number | undefined;
    readonly reason: NoBound | undefined;
    /** Why the software update point of their own site never has updates, if they scan at that of the parent for this reason. */
    readonly bypassed: NoBound | undefined;
    /** From the first policy until each of them has scanned for the first time. */
    readonly firstScans: number | undefined;
}

/**
 * The longest time from the publication of an update until the last client has scanned for it: over all moments of publication and all phases of the scan
 * cycle, without faults and retries. It is for the steady state, in which every client has scanned before. Computed from the plan, not from a run.
 */
export interface Bound {
    /** Undefined if nothing limits the time; see `reason`. */
    readonly minutes: number | undefined;
    readonly reason: NoBound | undefined;
    /** The clients that are last, and the software update point that they use. */
    readonly clients: string | undefined;
    readonly server: string | undefined;
    /** The parts of the longest path, which add up to `minutes`. */
    readonly parts: readonly BoundPart[];
    /** Sites whose schedule is shorter than their synchronization, so that one run follows the other. */
    readonly busySites: readonly string[];
    readonly groups: readonly GroupBound[];
    /** The codes of the sites with a number of clients that the plan states as unknown. These clients are not in `groups`. */
    readonly unknownClients: readonly string[];
    readonly assumed: Assumptions;
}

/** The longest time from a publication until a software update point has it, and how it came there. */
export interface Supply {
    readonly minutes: number;
    readonly cascade: Cascade;
    /** The run of the top site that missed the publication. */
    readonly missed: number;
    /** Minutes until the next import, for an Internet-based software update point that is not connected. */
    readonly imported: number;
}
