import { assume, type Assumptions, type Hierarchy, scheduleIntervalOf, type ScenarioEvent, synchronizationRootsOf, type Target } from '@sup/model';
import { Run, type RunOptions } from '../engine/run.js';
import { EventBudgetError } from '../engine/event-budget-error.js';
import { ImpactMeter, type RunImpact } from './impact.js';

const minutesOfDay = 24 * 60;

export interface SweepOptions extends RunOptions {
    /** The duration of each outage in minutes. By default, every client scans at least once during an outage, and every catalog can become too old. */
    readonly outage?: number | undefined;
}

/** The effect of an outage of one part of the hierarchy. */
export interface OutageImpact {
    readonly target: Target;
    /** Additional client-hours in which scans fail, compared to a run without the outage. */
    readonly failedHours: number;
    /** Additional client-hours with a catalog older than twice the schedule, compared to a run without the outage. */
    readonly staleHours: number;
    /** The number of clients affected by either. */
    readonly clients: number;
    /** The software update points that get additional clients, in descending order of their increase. */
    readonly moved: readonly { readonly server: string; readonly clients: number; readonly before: number }[];
}

/** Events per chunk, after which the caller can report progress or cancel. */
const chunkSize = 20_000;

/** The completed runs, including the completed share of the current one, and their total. */
export interface SweepProgress {
    readonly done: number;
    readonly of: number;
}

/**
 * Simulates an outage of each relevant server, each link and Microsoft Update in turn, and ranks them by their impact on clients, the worst
 * first; equal ones are in the order of the plan. Yields regularly, so that the caller can cancel. Throws {@link EventBudgetError} if a run
 * exceeds its event budget.
 */
export function* sweep(hierarchy: Hierarchy, options: SweepOptions): Generator<SweepProgress, readonly OutageImpact[]> {
    const assumed = assume(options.assumptions ?? {});
    const targets = targetsOf(hierarchy);
    const progressOf = (done: number): SweepProgress => ({ done, of: targets.length + 1 });
    const undisturbed = yield* measure(hierarchy, [], assumed, options, progressOf);
    const impacts: OutageImpact[] = [];
    for (const [i, target] of targets.entries()) {
        const { from, outage } = timesOf(hierarchy, assumed, options);
        const event: ScenarioEvent = { element: 'event', at: from, action: { kind: 'fail', target, duration: outage } };
        impacts.push(compare(target, undisturbed, yield* measure(hierarchy, [event], assumed, options, share => progressOf(i + 1 + share))));
    }
    return impacts.map((impact, i) => ({ impact, i })).sort((a, b) => hours(b.impact) - hours(a.impact) || a.i - b.i).map(({ impact }) => impact);
}

function hours(impact: OutageImpact): number {
    return impact.failedHours + impact.staleHours;
}

/** The outage starts after a scan interval and a day, when all clients have scanned. */
function timesOf(hierarchy: Hierarchy, assumed: Assumptions, { outage }: SweepOptions): { from: number; outage: number; tooOld: number } {
    const intervals = synchronizationRootsOf(hierarchy).map(site => scheduleIntervalOf(site.synchronizations[0]?.schedule) ?? 0);
    const tooOld = 2 * Math.max(minutesOfDay, ...intervals);
    return { from: assumed.scanInterval + minutesOfDay, tooOld, outage: outage ?? Math.max(assumed.scanInterval, tooOld + minutesOfDay) };
}

function* measure(hierarchy: Hierarchy, events: readonly ScenarioEvent[], assumed: Assumptions, options: SweepOptions, progressOf: (share: number) => SweepProgress): Generator<SweepProgress, RunImpact> {
    const { from, outage, tooOld } = timesOf(hierarchy, assumed, options);
    const run = new Run(hierarchy, { duration: from + outage, seed: undefined, assumptions: {}, events }, { ...options, observers: [] });
    const meter = new ImpactMeter(tooOld);
    run.world.observers.push(meter);
    do {
        yield progressOf(run.world.time / run.duration);
    } while (!run.advance(chunkSize));
    if (run.isExhausted) {
        throw new EventBudgetError(run.world.steps);
    }
    return meter.impact(run.world);
}

function targetsOf(hierarchy: Hierarchy): readonly Target[] {
    const servers = hierarchy.sites.flatMap(site => site.servers).filter(server => server.isSiteServer || server.updatePoints.some(({ state }) => state !== 'inactive')
        || server.site.clusters.some(cluster => cluster.nodes.includes(server.name)));
    return [
        { kind: 'microsoft-update' },
        ...servers.map(({ name }) => ({ kind: 'server' as const, name })),
        ...hierarchy.sites.filter(site => site.parentCodes.length > 0).map(({ code }) => ({ kind: 'link' as const, site: code }))
    ];
}

function compare(target: Target, before: RunImpact, after: RunImpact): OutageImpact {
    let [failed, stale, clients] = [0, 0, 0];
    for (const [name, group] of after.groups) {
        const usual = before.groups.get(name)!;
        const more = { failed: Math.max(0, group.failedMinutes - usual.failedMinutes), stale: Math.max(0, group.staleMinutes - usual.staleMinutes) };
        failed += more.failed * group.count;
        stale += more.stale * group.count;
        clients += more.failed + more.stale > 0 ? group.count : 0;
    }
    const moved = [...after.loads].map(([server, load]) => ({ server, clients: load, before: before.loads.get(server) ?? 0 })).filter(each => each.clients > each.before);
    return { target, failedHours: failed / 60, staleHours: stale / 60, clients, moved: moved.sort((a, b) => (b.clients - b.before) - (a.clients - a.before)) };
}
