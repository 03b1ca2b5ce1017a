import { assume, type AssumptionName, type Assumptions, dayMinutes, type Hierarchy, scheduleIntervalOf, type ScenarioEvent, synchronizationRootsOf, type Target } from '@sup/model';
import { sitesWithUnknownClients } from '../bound/unknown-clients.js';
import { EventBudgetError } from '../engine/event-budget-error.js';
import { Run, type RunOptions } from '../engine/run.js';
import { settledByDefault } from '../engine/settled-by-default.js';
import { impactOf, type RunImpact } from './impact.js';
import { type ClientImpact, clientImpactOf, hoursOf, movedClients, type OutageImpact, surgesOf } from './outage-impact.js';
import { pairsOf, type PairImpact } from './pairs.js';
import { StaleClients } from './stale-clients.js';
import { restsOnInternetFailure, targetsOf } from './targets.js';

export interface SweepOptions extends RunOptions {
    /** The duration of each outage in minutes. By default, every client scans at least once during an outage, and every catalog can become too old. */
    readonly outage?: number | undefined;
    /** Whether outages of two parts at the same time are simulated too: those of parts that the same clients use, up to a limit. */
    readonly pairs?: boolean | undefined;
}

/** Events per chunk, after which the caller can report progress or cancel. */
const chunkSize = 20_000;

/** The completed runs, including the completed share of the current one, and their total. */
export interface SweepProgress {
    readonly done: number;
    readonly of: number;
}

/** The outages of single parts and of pairs, the worst first. */
export interface Sweep {
    readonly impacts: readonly OutageImpact[];
    readonly pairs: readonly PairImpact[];
    /** Pairs over the limit, which were not simulated. */
    readonly skippedPairs: number;
    /** The harm to clients without any outage, which the impacts do not include. */
    readonly undisturbed: ClientImpact;
    /** The codes of the sites with a number of clients that the plan states as unknown. No figure includes these clients. */
    readonly unknownClients: readonly string[];
    readonly assumed: Assumptions;
    /** The minute of the run at which each outage begins. */
    readonly from: number;
    /** The duration of each outage, in minutes. */
    readonly outage: number;
    /** The age from which a catalog counts as too old, in minutes. */
    readonly tooOld: number;
}

/**
 * Simulates an outage of each relevant server, each link and Microsoft Update in turn, and ranks them by their impact on clients, the worst
 * first; equal ones are in the order of the plan. The hierarchy has run for weeks, unless the assumptions say otherwise. Yields regularly, so
 * that the caller can cancel. Throws {@link EventBudgetError} if a run exceeds its event budget.
 */
export function* sweep(hierarchy: Hierarchy, given: SweepOptions): Generator<SweepProgress, Sweep> {
    const options = settledByDefault(given);
    const assumed = assume(options.assumptions);
    const targets = targetsOf(hierarchy);
    const { pairs, skipped } = options.pairs ? pairsOf(hierarchy, targets) : { pairs: [], skipped: 0 };
    const repeated = targets.filter(target => restsOnInternetFailure(hierarchy, target));
    const of = 1 + targets.length + repeated.length + pairs.length;
    let done = 0;
    const outageOf = function* (failing: readonly Target[], changes: Partial<Assumptions> = {}): Generator<SweepProgress, RunImpact> {
        const impact = yield* measure(hierarchy, failing, { ...options, assumptions: { ...options.assumptions, ...changes } }, share => ({ done: done + share, of }));
        done++;
        return impact;
    };
    const undisturbed = yield* outageOf([]);
    const impacts: OutageImpact[] = [];
    for (const target of targets) {
        const after = yield* outageOf([target]);
        const value = assumed.internetFailure;
        const other = repeated.includes(target) ? clientImpactOf(undisturbed, yield* outageOf([target], { internetFailure: 1 - value })) : undefined;
        const impact = clientImpactOf(undisturbed, after);
        const isDecisive = other !== undefined && (Math.abs(hoursOf(other) - hoursOf(impact)) > 1 || other.clients !== impact.clients);
        impacts.push({
            target, ...impact, moved: movedClients(undisturbed, after), links: surgesOf(undisturbed, after),
            assumption: isDecisive ? { name: 'internetFailure', value, other } : undefined
        });
    }
    const found: PairImpact[] = [];
    for (const [a, b] of pairs) {
        const impact = clientImpactOf(undisturbed, yield* outageOf([a, b]));
        const alone = impacts.filter(({ target }) => target === a || target === b).reduce((sum, impact) => sum + hoursOf(impact), 0);
        found.push({ targets: [a, b], ...impact, additionalHours: Math.max(0, hoursOf(impact) - alone) });
    }
    const { from, outage, tooOld } = timesOf(hierarchy, assumed, options);
    return {
        impacts: ranked(impacts, hoursOf), pairs: ranked(found, ({ additionalHours }) => additionalHours), skippedPairs: skipped,
        undisturbed: clientImpactOf(undefined, undisturbed), unknownClients: sitesWithUnknownClients(hierarchy), assumed, from, outage, tooOld
    };
}

/** The assumptions that affect the figures most. */
export const sweepAssumptions = ['scanInterval', 'scanRetry', 'publishInterval', 'firstScanSize', 'scanSize'] as const satisfies readonly AssumptionName[];

/** Sorts by a number in descending order, and equal ones by their order. */
function ranked<T>(items: readonly T[], valueOf: (item: T) => number): readonly T[] {
    return items.map((item, i) => ({ item, i })).sort((a, b) => valueOf(b.item) - valueOf(a.item) || a.i - b.i).map(({ item }) => item);
}

/** The outage starts after a scan interval and a day, when all clients have scanned. */
function timesOf(hierarchy: Hierarchy, assumed: Assumptions, { outage }: SweepOptions): { from: number; outage: number; tooOld: number } {
    const intervals = synchronizationRootsOf(hierarchy).map(site => scheduleIntervalOf(site.synchronizations[0]?.schedule) ?? 0);
    const tooOld = 2 * Math.max(dayMinutes, ...intervals);
    return { from: assumed.scanInterval + dayMinutes, tooOld, outage: outage ?? Math.max(assumed.scanInterval, tooOld + dayMinutes) };
}

function* measure(hierarchy: Hierarchy, targets: readonly Target[], options: SweepOptions, progressOf: (share: number) => SweepProgress): Generator<SweepProgress, RunImpact> {
    const { from, outage, tooOld } = timesOf(hierarchy, assume(options.assumptions ?? {}), options);
    const events = targets.map((target): ScenarioEvent => ({ element: 'event', at: from, action: { kind: 'fail', target, duration: outage } }));
    const stale = new StaleClients(tooOld);
    const run = new Run(hierarchy, { duration: from + outage, seed: undefined, assumptions: {}, events }, { ...options, observers: [stale] });
    do {
        yield progressOf(run.world.time / run.duration);
    } while (!run.advance(chunkSize));
    if (run.isExhausted) {
        throw new EventBudgetError(run.world.steps);
    }
    return impactOf(run.world, stale);
}
