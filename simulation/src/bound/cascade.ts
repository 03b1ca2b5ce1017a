import { type Assumptions, lowerBound } from '@sup/model';
import { arrivalOf } from '../world/link.js';
import type { SiteState } from '../world/state.js';
import { runMinutesOf } from './durations.js';
import { type ScheduleRuns, publicationsIn } from './schedule-runs.js';

/** A synchronization of a site: what it brought, and when. Times are in minutes. */
export interface Arrival {
    /** The run of the top site whose updates it brought. */
    readonly run: number;
    /** The notification of the parent: when it was sent, and how long it waited for the link to open. Undefined at the top. */
    readonly notice: { readonly sent: number; readonly waited: number; readonly arrived: number } | undefined;
    readonly started: number;
    /** Minutes until the next import, and from it to the next synchronization, at a site without a source. */
    readonly imported: number;
    readonly resumed: number;
    /** Minutes that WSUS takes. */
    readonly pulled: number;
    /** When clients can scan against the active software update point, and when the run is over. */
    readonly available: number;
    readonly done: number;
}

/** The synchronizations of a site over the runs of its top site. */
export interface Cascade {
    readonly site: SiteState;
    readonly runs: ScheduleRuns;
    readonly arrivals: readonly Arrival[];
    readonly parent: Cascade | undefined;
}

export function cascadeAtTop(site: SiteState, runs: ScheduleRuns, importEvery: number, assumed: Assumptions): Cascade {
    const { pull, import: database, internet } = runMinutesOf(site, assumed);
    const arrivals = runs.starts.map((started, run): Arrival => {
        const available = started + importEvery + pull + assumed.settlingTime + database;
        return { run, notice: undefined, started, imported: importEvery, resumed: 0, pulled: pull, available, done: available + internet };
    });
    return { site, runs, arrivals, parent: undefined };
}

/** Follows the synchronizations of a parent to a child. A notification that arrives during a run starts one more run after it. */
export function cascadeBelow(parent: Cascade, site: SiteState, pullMinutes: (publications: number) => number, importEvery: number, assumed: Assumptions): Cascade {
    const { runs, arrivals: upstream } = parent;
    const { internet } = runMinutesOf(site, assumed);
    const arrivals: Arrival[] = [];
    const arrivedAt = (i: number): number => arrivalOf(site.link.plan, upstream[i]!.done, assumed.notificationDelay);
    let busyUntil = 0;
    let held: number | undefined;
    for (let i = 0; i < upstream.length; i++) {
        const sent = upstream[i]!.done;
        const arrived = arrivedAt(i);
        const started = Math.max(arrived, busyUntil);
        while (i + 1 < upstream.length && arrivedAt(i + 1) <= started) {
            i++;
        }
        let read = i;
        while (read + 1 < upstream.length && upstream[read + 1]!.available <= started) {
            read++;
        }
        const { run } = upstream[read]!;
        const since = runs.starts[held ?? Math.max(0, run - 1)]!;
        const pulled = pullMinutes(publicationsIn(runs.starts[run]! - since, assumed));
        const resumed = importEvery > 0 ? runs.longestGap : 0;
        const available = started + importEvery + resumed + pulled + assumed.settlingTime;
        arrivals.push({ run, notice: { sent, waited: arrived - sent - assumed.notificationDelay, arrived }, started, imported: importEvery, resumed, pulled, available, done: available + internet });
        busyUntil = started + pulled + assumed.settlingTime + internet;
        held = run;
    }
    return { site, runs, arrivals, parent };
}

/** The first synchronization of a site that brought the updates of a run, or of a later one. */
export function arrivalOfRun({ arrivals }: Cascade, run: number): Arrival | undefined {
    return arrivals[lowerBound(arrivals, arrival => arrival.run < run)];
}

/** The longest time from a publication, just after a run that missed it, until it is there: over all runs of a whole cycle. */
export function longestDelay(cascade: Cascade, timeOf: (arrival: Arrival) => number): { readonly minutes: number; readonly missed: number } {
    const { starts, warm } = cascade.runs;
    let longest = { minutes: -1, missed: 0 };
    for (let missed = warm; missed + 1 < starts.length; missed++) {
        const arrival = arrivalOfRun(cascade, missed + 1);
        const minutes = arrival ? timeOf(arrival) - starts[missed]! : -1;
        if (minutes > longest.minutes) {
            longest = { minutes, missed };
        }
    }
    return longest;
}
