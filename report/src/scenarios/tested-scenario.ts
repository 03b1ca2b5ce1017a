import type { Propagation, TraceEntry, Verdict } from '@sup/simulation';
import type { Place } from '../places.js';

/** What came of a scenario, as plain data: all that a format needs. Times are whole minutes since the start of a run. */
export interface TestedScenario extends Place {
    readonly title: string;
    /** The name of its hierarchy, or the file that is a hierarchy of its own. */
    readonly hierarchy: string;
    /** Why it could not be run as it is written, with places; then it says nothing for the plan. */
    readonly problems: readonly Problem[];
    readonly expectations: readonly TestedExpectation[];
    /** The slowest way of a new update to the last client; undefined where none reached all of them. */
    readonly propagation: Propagation | undefined;
}

export interface Problem extends Place {
    readonly message: string;
}

export interface TestedExpectation extends Place {
    /** As it stands in the plan. */
    readonly text: string;
    readonly verdict: Verdict;
    /** What was found instead, or why nothing was; undefined where it held. */
    readonly found: string | undefined;
    readonly breach: TestedBreach | undefined;
}

export interface TestedBreach {
    readonly time: number;
    /** The site, client group or server where it was broken first. */
    readonly subject: string;
    /** The events of the scenario that are needed for it. */
    readonly needed: readonly (Place & { readonly text: string })[];
    /** What led to it, when only these happen. */
    readonly chain: readonly TraceEntry[];
}

export type Outcome = Verdict | 'failed';

/** How a scenario ended: `failed` means that it could not be run as it is written; the worst of its expectations otherwise. */
export function outcomeOf({ problems, expectations }: TestedScenario): Outcome {
    if (problems.length > 0) {
        return 'failed';
    }
    return (['broken', 'held'] as const).find(verdict => expectations.some(expectation => expectation.verdict === verdict)) ?? 'untested';
}
