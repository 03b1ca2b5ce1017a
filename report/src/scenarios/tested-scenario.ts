import type { Propagation, TraceEntry, Verdict } from '@sup/simulation';
import type { ReportLocation } from '../report-location.js';

/** The result of a scenario as plain data, for all output formats. Times are whole minutes since the start of a run. */
export interface TestedScenario extends ReportLocation {
    readonly title: string;
    /** The name of its hierarchy, or its file where it has no name. */
    readonly hierarchy: string;
    /** The reasons why the scenario could not be run as written. If there are any, its result proves nothing about the plan. */
    readonly problems: readonly ScenarioProblem[];
    readonly expectations: readonly TestedExpectation[];
    /** The slowest propagation of a new update to the last client; undefined where no update reached all clients. */
    readonly propagation: Propagation | undefined;
}

export interface ScenarioProblem extends ReportLocation {
    readonly message: string;
}

export interface TestedExpectation extends ReportLocation {
    /** Its text in the plan. */
    readonly text: string;
    readonly verdict: Verdict;
    /** The observation that contradicts it, or the reason why there is none; undefined where it held. */
    readonly found: string | undefined;
    readonly breach: TestedBreach | undefined;
}

export interface TestedBreach {
    readonly time: number;
    /** The site, client group or server where it was first broken. */
    readonly subject: string;
    /** The events of the scenario that are needed to break it. */
    readonly needed: readonly (ReportLocation & { readonly text: string })[];
    /** The number of all events of the scenario. */
    readonly events: number;
    /** The trace that leads to the breach when only these events happen. */
    readonly chain: readonly TraceEntry[];
}

export type Outcome = Verdict | 'failed';

/** The outcome of a scenario: `failed` if it could not be run as written; otherwise the worst verdict of its expectations. */
export function outcomeOf({ problems, expectations }: TestedScenario): Outcome {
    if (problems.length > 0) {
        return 'failed';
    }
    return (['broken', 'held'] as const).find(verdict => expectations.some(expectation => expectation.verdict === verdict)) ?? 'untested';
}
