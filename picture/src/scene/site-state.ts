/** The clients of a site or a branch at a moment of a run. */
export interface ClientConditions {
    readonly clients: number;
    readonly cannotScan: number;
    /** They can scan, but new updates do not reach their software update point as they would without the events of the run. */
    readonly heldBack: number;
    /** They have not scanned yet. */
    readonly waiting: number;
}

/** The state of a site at a moment of a run. */
export interface SiteState {
    readonly own: ClientConditions;
    /** The sum of the site and everything below it. */
    readonly branch: ClientConditions;
    /** Whether a server or the link of the site is down. */
    readonly isStopped: boolean;
}

/** From the worst to the best. Only the first two differ from what is usual, and have a color. */
export type Condition = 'fail' | 'behind' | 'wait' | 'ok';

/** The worst condition of the clients. */
export function worstOf({ cannotScan, heldBack, waiting }: ClientConditions): Condition {
    return cannotScan > 0 ? 'fail' : heldBack > 0 ? 'behind' : waiting > 0 ? 'wait' : 'ok';
}

/** The number of clients in the worst condition; all of them if nothing is unusual. */
export function countOf(conditions: ClientConditions): number {
    return conditions.cannotScan || conditions.heldBack || conditions.waiting || conditions.clients;
}
