import type { Assumptions } from '../assumptions.js';
import { type LinkFigures, linkFigures, trafficFigures } from './figures.js';
import { thresholds } from './thresholds.js';

export type Recommendation = 'own' | 'parent' | 'close';

/** The step of the decision that gave the answer. */
export type AdviceReason =
    /** At most one client: a server for it is never worth its upkeep. */
    | 'one-client'
    /** The parent has no active software update point, so a replica would have nothing to replicate. */
    | 'blocked'
    /** The plan states that it is not known whether the parent's software update point is active. */
    | 'parent-unknown'
    | 'clients-unknown'
    /** With these clients, the parent's software update point would serve more than it supports. */
    | 'capacity'
    | 'bandwidth-unknown'
    /** The link carries the scans with ease. */
    | 'light'
    /** It does, but the parent's software update point would be near its capacity. */
    | 'near-capacity'
    /** The scans fill the link for too long, and a replica would not. */
    | 'heavy'
    /** The link is too slow for the scans and for a replica. */
    | 'too-slow'
    /** A replica would move no less than the scans, although these fill the link for long. */
    | 'replica-no-lighter'
    /** Between the limits. */
    | 'between';

/** Everything that the decision rests on. */
export interface AdviceInput {
    /** Undefined if the plan states that it is not known. */
    readonly clients: number | undefined;
    /** Kilobits per second; undefined if the plan does not state it. */
    readonly bandwidth: number | undefined;
    /** Milliseconds. */
    readonly latency: number;
    /** Undefined if the plan states that it is not known. */
    readonly hasParentPoint: boolean | undefined;
    /** Clients of the parent's software update point without those of this site, and the number that it supports, if the plan determines it. */
    readonly otherLoad: number;
    readonly supported: number | undefined;
    readonly assumed: Assumptions;
}

export interface Decision {
    readonly recommendation: Recommendation;
    readonly reason: AdviceReason;
}

/**
 * Decides whether a secondary site needs its own software update point: because its parent's is full, or because the link is poor. The first step that
 * applies gives the answer. Bytes alone never decide: on a fast link, no site needs a server to save some megabytes a day. Source of the two
 * reasons: "How to Configure a Software Update Point on a Secondary Site" (ConfigMgr 2007 library).
 */
export function decide({ clients, bandwidth, latency, hasParentPoint, otherLoad, supported = Infinity, assumed }: AdviceInput): Decision {
    if (clients !== undefined && clients <= 1) {
        return { recommendation: 'parent', reason: 'one-client' };
    }
    if (hasParentPoint === undefined) {
        return { recommendation: 'close', reason: 'parent-unknown' };
    }
    if (!hasParentPoint) {
        return { recommendation: 'parent', reason: 'blocked' };
    }
    if (clients === undefined) {
        return { recommendation: 'close', reason: 'clients-unknown' };
    }
    if (otherLoad + clients > supported) {
        return { recommendation: 'own', reason: 'capacity' };
    }
    if (!bandwidth) {
        return { recommendation: 'close', reason: 'bandwidth-unknown' };
    }
    const link = linkFigures(clients, bandwidth, latency, assumed);
    if (isLight(link)) {
        return otherLoad + clients > thresholds.nearCapacity * supported ? { recommendation: 'close', reason: 'near-capacity' } : { recommendation: 'parent', reason: 'light' };
    }
    if (!isBearable(link)) {
        return { recommendation: 'close', reason: 'too-slow' };
    }
    if (!isHeavy(link)) {
        return { recommendation: 'close', reason: 'between' };
    }
    const isReplicaLighter = trafficFigures(clients, assumed).ratio >= 1 || link.firstScanHours > link.firstPullHours;
    return isReplicaLighter ? { recommendation: 'own', reason: 'heavy' } : { recommendation: 'close', reason: 'replica-no-lighter' };
}

function isLight({ spreadShare, firstScanHours }: LinkFigures): boolean {
    return spreadShare <= thresholds.spreadShare.fine && firstScanHours <= thresholds.firstScanHours.fine;
}

function isHeavy({ spreadShare, firstScanHours }: LinkFigures): boolean {
    return spreadShare > thresholds.spreadShare.tooMuch || firstScanHours > thresholds.firstScanHours.tooMuch;
}

/** Whether the link can carry a replica. */
export function isBearable({ pullMinutesPerDay, firstPullHours }: LinkFigures): boolean {
    return pullMinutesPerDay <= thresholds.replica.minutesPerDay && firstPullHours <= thresholds.replica.firstHours;
}
