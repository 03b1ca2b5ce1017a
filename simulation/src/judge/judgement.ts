import type { Expectation } from '@sup/model';
import type { TraceEntry } from '../trace/entry.js';

/**
 * What came of an expectation. `untested` means that nothing in the run could have broken it: there was no synchronization that
 * another should have followed, nothing that had to be restored, nobody whom it is about.
 */
export type Verdict = 'held' | 'broken' | 'untested';

export interface Breach {
    /** When it was broken. */
    readonly time: number;
    /** The site code, client group or server where it was broken first. */
    readonly subject: string;
    /** What was found instead, as a sentence. */
    readonly actual: string;
    /** The trace entry that broke it, where one did. */
    readonly entry: number | undefined;
}

export interface Judgement {
    readonly expectation: Expectation;
    readonly verdict: Verdict;
    readonly breach: Breach | undefined;
    /** For how many sites, client groups or servers it is broken. */
    readonly broken: number;
}

/** Judges one expectation while the run goes on. */
export interface Monitor {
    readonly expectation: Expectation;
    /** The sites whose entries it wants to hear; undefined for all. */
    readonly sites: ReadonlySet<string> | undefined;
    observe(entry: TraceEntry): void;
    end(): Judgement;
}

/** Keeps the first breach, and how many there were. */
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
