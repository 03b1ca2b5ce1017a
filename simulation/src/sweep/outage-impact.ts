import type { Target } from '@sup/model';
import type { GroupImpact, RunImpact } from './impact.js';

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
    /** The number of clients affected by either: those whose scans fail, and all that can get only a catalog that is too old. */
    readonly clients: number;
}

/** The client-hours of both kinds. */
export function hoursOf({ failedHours, staleHours }: ClientImpact): number {
    return failedHours + staleHours;
}

/** Compares a run with an outage to the undisturbed one, or an undisturbed one to a hierarchy in which nothing fails. */
export function clientImpactOf(before: RunImpact | undefined, after: RunImpact): ClientImpact {
    let [failed, stale, clients] = [0, 0, 0];
    for (const [name, group] of after.groups) {
        const usual = before?.groups.get(name);
        const moreStale = Math.max(0, group.staleMinutes - (usual?.staleMinutes ?? 0));
        const failing = failuresOf(group, usual);
        failed += failing.minutes;
        stale += moreStale * group.count;
        // The whole group shares an old catalog; scans fail only for the clients that are due.
        clients += moreStale > 0 ? group.count : failing.clients;
    }
    return { failedHours: failed / 60, staleHours: stale / 60, clients };
}

/** The additional minutes in which scans of a group failed, and the clients with failed scans in the cohorts that are worse off. */
function failuresOf({ cohorts }: GroupImpact, usual: GroupImpact | undefined): { readonly minutes: number; readonly clients: number } {
    const change = cohorts.reduce((sum, { failedMinutes }, i) => sum + failedMinutes - (usual?.cohorts[i]?.failedMinutes ?? 0), 0);
    const worse = cohorts.filter(({ failedMinutes }, i) => failedMinutes > (usual?.cohorts[i]?.failedMinutes ?? 0));
    return change <= 0 ? { minutes: 0, clients: 0 } : { minutes: change, clients: worse.reduce((sum, { failed }) => sum + failed, 0) };
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
