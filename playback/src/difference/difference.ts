import { largestOf } from '@sup/model';
import { groupsOf } from '../read/clients-at.js';
import { behindBySite, clientsHeldBackAt } from '../read/held-back.js';
import type { ClientDelay, ClientRecording, Effect, Period, Recording, RunDifference } from '../recording.js';
import { clientDelay } from './client-delay.js';
import { delayOf, siteDelay } from './site-delay.js';

/** The share of the most clients from which on a moment counts as the worst. */
const worstShare = 0.95;

/** Compares a run with the run of the same plan without any events. Sites are matched by id, and client groups by name. */
export function differenceOf(before: Recording, after: Recording): RunDifference {
    const { duration } = after;
    const others = new Map(after.sites.map(site => [site.id, site]));
    const sites = before.sites.flatMap(site => siteDelay(site, others.get(site.id), duration) ?? []).sort((a, b) => delayOf(b, duration) - delayOf(a, duration));
    const groups = new Map(after.clients.map(group => [group.name, group]));
    const delays = [...groupsOf(before).values()].flat().flatMap(group => clientDelay(group, groups.get(group.name), duration) ?? []).sort((a, b) => b.minutes * b.clients - a.minutes * a.clients);
    const failing = failingSamples(before, after);
    const behind = behindBySite(after, sites);
    const held = after.samples.cannotScan.map((_, i) => clientsHeldBackAt(after, behind, i * after.samples.interval));
    const cannotScan = cannotScanEffect(delays, largestOf(failing));
    return {
        clients: after.clients.reduce((sum, { count }) => sum + count, 0),
        cannotScan, heldBack: heldBackEffect(after, behind, largestOf(held)), worst: worstOf(largestOf(failing) > 0 ? failing : held, after.samples.interval),
        sites, groups: delays, upToDate: before.samples.upToDate
    };
}

/** The clients that cannot scan because of the events, at each sample. */
function failingSamples(before: Recording, after: Recording): readonly number[] {
    return after.samples.cannotScan.map((count, i) => Math.max(count - (before.samples.cannotScan[i] ?? 0), 0));
}

function cannotScanEffect(delays: readonly ClientDelay[], samples: number): Effect {
    const minutes = delays.reduce((longest, each) => Math.max(longest, each.minutes), 0);
    const bySite = [...Map.groupBy(delays, ({ site }) => site)].map(([site, groups]) => ({ site, clients: groups.reduce((sum, { clients }) => sum + clients, 0) }));
    // A failure between two samples has been seen by its clients only.
    const clients = Math.max(samples, delays.reduce((largest, each) => Math.max(largest, each.clients), 0));
    return { clients, minutes, isOpen: delays.some(each => each.isOpen && each.minutes === minutes), sites: bySite.sort((a, b) => b.clients - a.clients).map(({ site }) => site) };
}

function heldBackEffect(recording: Recording, behind: ReadonlyMap<string, readonly Period[]>, clients: number): Effect {
    const groups = recording.clients.filter(({ site }) => behind.has(site));
    const lengths = groups.flatMap(({ site }) => behind.get(site)!.map(({ from, to }) => to - from));
    const minutes = lengths.reduce((longest, each) => Math.max(longest, each), 0);
    const isOpen = groups.some(({ site }) => behind.get(site)!.some(({ from, to }) => to === recording.duration && to - from === minutes));
    const countIn = (of: readonly ClientRecording[]): number => of.reduce((sum, { count }) => sum + count, 0);
    const sites = [...Map.groupBy(groups, ({ site }) => site)].sort(([, a], [, b]) => countIn(b) - countIn(a)).map(([site]) => site);
    return { clients, minutes, isOpen, sites };
}

function worstOf(samples: readonly number[], interval: number): number | undefined {
    const peak = largestOf(samples);
    return peak === 0 ? undefined : samples.findIndex(count => count >= worstShare * peak) * interval;
}

