import type { Expectation } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';
import type { CompletedScans } from '../world/state.js';

/**
 * The verdict on an expectation. `untested` means that nothing in the run could have broken it: there was no synchronization that others
 * had to follow, nothing had to be restored, or no site, client group or server matches the expectation.
 */
export type Verdict = 'held' | 'broken' | 'untested';

export interface Breach {
    /** The minute in which the expectation was broken. */
    readonly time: number;
    /** The site code, client group or server where it was broken first. */
    readonly subject: string;
    /** The actual state, as a sentence. */
    readonly actual: string;
    /** The trace entry that broke it, if any. */
    readonly entry: number | undefined;
}

export interface Judgement {
    readonly expectation: Expectation;
    readonly verdict: Verdict;
    readonly breach: Breach | undefined;
    /** Why nothing could break it, as the rest of a sentence; undefined if it is tested, or if nothing more can be said. */
    readonly untested?: string | undefined;
    /** The number of sites, client groups or servers for which it is broken. */
    readonly broken: number;
}

/** Judges one expectation during the run. */
export interface Monitor {
    readonly expectation: Expectation;
    /** The sites whose entries the monitor observes; undefined for all. */
    readonly sites: ReadonlySet<string> | undefined;
    observe(entry: TraceEntry): void;
    scanned?(scans: CompletedScans): void;
    end(): Judgement;
}

/** Stores the first breach and the distinct subjects of all breaches. */
export class Breaches {
    first: Breach | undefined;
    readonly subjects = new Set<string>();

    add(breach: Breach): void {
        this.first ??= breach;
        this.subjects.add(breach.subject);
    }

    judgement(expectation: Expectation, isTested: boolean): Judgement {
        const verdict = this.first ? 'broken' : isTested ? 'held' : 'untested';
        return { expectation, verdict, breach: this.first, broken: this.subjects.size };
    }
}
