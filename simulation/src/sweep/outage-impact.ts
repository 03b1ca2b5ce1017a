import type { Target } from '@sup/model';
import type { RunImpact } from './impact.js';

/** The effect of an outage of one part of the hierarchy. */
export interface OutageImpact extends ClientImpact {
    readonly target: Target;
    /** The software update points that get additional clients, in descending order of their increase. */
    readonly moved: readonly { readonly server: string; readonly clients: number; readonly before: number }[];
    /** The links that carry more scans: clients that move to another WSUS database scan in full there. In descending order. */
    readonly links: readonly { readonly site: string; readonly megabytes: number; readonly busyHours: number }[];
    /** The assumption that the effect rests on, and the effect with the other choice; undefined if it rests on none of its own. */
    readonly assumption: { readonly name: 'internetFailure'; readonly value: number; readonly other: ClientImpact } | undefined;
}

export interface ClientImpact {
    /** Additional client-hours in which scans fail, compared to a run without the outage. */
    readonly failedHours: number;
    /** Additional client-hours with a catalog that is too old, compared to a run without the outage. */
    readonly staleHours: number;
    /** The number of clients affected by either. */
    readonly clients: number;
}

/** The client-hours of both kinds. */
export function hoursOf({ failedHours, staleHours }: ClientImpact): number {
    return failedHours + staleHours;
}

const unharmed = { failedMinutes: 0, staleMinutes: 0 };

/** Compares a run with an outage to the undisturbed one, or an undisturbed one to a hierarchy in which nothing fails. */
export function clientImpactOf(before: RunImpact | undefined, after: RunImpact): ClientImpact {
    let [failed, stale, clients] = [0, 0, 0];
    for (const [name, group] of after.groups) {
        const usual = before?.groups.get(name) ?? unharmed;
        const more = { failed: Math.max(0, group.failedMinutes - usual.failedMinutes), stale: Math.max(0, group.staleMinutes - usual.staleMinutes) };
        failed += more.failed * group.count;
        stale += more.stale * group.count;
        clients += more.failed + more.stale > 0 ? group.count : 0;
    }
    return { failedHours: failed / 60, staleHours: stale / 60, clients };
}

export function movedClients(before: RunImpact, after: RunImpact): OutageImpact['moved'] {
    const moved = [...after.loads].map(([server, clients]) => ({ server, clients, before: before.loads.get(server) ?? 0 })).filter(each => each.clients > each.before);
    return moved.sort((a, b) => (b.clients - b.before) - (a.clients - a.before));
}

/** Less than this is rounding. */
const leastMegabytes = 1;

export function surgesOf(before: RunImpact, after: RunImpact): OutageImpact['links'] {
    return [...after.links].map(([site, { megabytes, busyMinutes }]) => {
        const usual = before.links.get(site)!;
        return { site, megabytes: megabytes - usual.megabytes, busyHours: Math.max(0, busyMinutes - usual.busyMinutes) / 60 };
    }).filter(({ megabytes }) => megabytes >= leastMegabytes).sort((a, b) => b.megabytes - a.megabytes);
}
