import type { Bound, GroupBound } from './bound.js';
import { dueMinutes } from './scan-minutes.js';

/** The shares of clients that a compliance report names. */
export const complianceShares = [0.5, 0.9, 0.95, 0.99] as const;

/** How many clients have scanned for an update, how long after its publication at the worst moment. */
export interface Compliance {
    readonly clients: number;
    /** Minutes until each of {@link complianceShares} has scanned; undefined if it never does. The last one is the bound. */
    readonly by: readonly { readonly share: number; readonly minutes: number | undefined }[];
    readonly all: number | undefined;
}

/**
 * The share of clients that have scanned for an update some minutes after its publication, at the worst moment. The clients are spread evenly over the
 * scan interval, as in a hierarchy whose computers joined one by one: each minute after their software update point has the update, equally many scan.
 */
export function shareScannedAfter({ assumed }: Bound, groups: readonly GroupBound[], minutes: number): number {
    const period = dueMinutes(assumed) || assumed.policyInterval + assumed.scanSpread;
    const total = groups.reduce((sum, { count }) => sum + count, 0);
    const scanned = groups.reduce((sum, { available, minutes: all, count }) => {
        if (available === undefined || all === undefined) {
            return sum;
        }
        return sum + count * (minutes >= all ? 1 : Math.min(1, Math.max(0, (minutes - available) / period)));
    }, 0);
    return total === 0 ? 0 : scanned / total;
}

/** The number of points of a curve. */
const curvePoints = 60;

/** The share of all clients that have scanned over time, from a publication at the worst moment until the last of those that ever scan. */
export function complianceCurve(bound: Bound): readonly { readonly minutes: number; readonly share: number }[] {
    const longest = bound.groups.reduce((most, { minutes = 0 }) => Math.max(most, minutes), 0);
    return longest === 0 ? [] : Array.from({ length: curvePoints + 1 }, (_, i) => {
        const minutes = Math.round(longest * i / curvePoints);
        return { minutes, share: shareScannedAfter(bound, bound.groups, minutes) };
    });
}

/** The compliance of the clients of each site that has some, by its code. */
export function complianceBySite(bound: Bound): ReadonlyMap<string, Compliance> {
    return new Map([...Map.groupBy(bound.groups, ({ site }) => site)].map(([site, groups]) => [site, complianceOf(bound, groups)]));
}

/** The compliance of all clients of a plan, or of some groups of them. */
export function complianceOf(bound: Bound, groups: readonly GroupBound[] = bound.groups): Compliance {
    const longest = groups.reduce((most, { minutes = 0 }) => Math.max(most, minutes), 0);
    const first = (share: number): number | undefined => {
        const isReached = (minutes: number): boolean => shareScannedAfter(bound, groups, minutes) >= share - 1e-9;
        let [least, most] = [0, longest];
        if (groups.length === 0 || !isReached(most)) {
            return undefined;
        }
        while (least < most) {
            const middle = Math.floor((least + most) / 2);
            [least, most] = isReached(middle) ? [least, middle] : [middle + 1, most];
        }
        return most;
    };
    return {
        clients: groups.reduce((sum, { count }) => sum + count, 0),
        by: complianceShares.map(share => ({ share, minutes: first(share) })),
        all: groups.length > 0 && groups.every(({ minutes }) => minutes !== undefined) ? longest : undefined
    };
}
