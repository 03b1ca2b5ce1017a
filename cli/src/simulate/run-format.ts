import type { LangiumDocument } from 'langium';
import type { Hierarchy, Scenario } from '@sup/model';
import type { PlanError } from '../plan-errors.js';
import type { RunOptions, SimulationResult, TraceEntry } from '@sup/simulation';

/** A run to simulate. */
export interface PlannedRun {
    readonly document: LangiumDocument;
    readonly hierarchy: Hierarchy;
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly label: string;
    readonly scenario: Scenario;
    readonly options: RunOptions;
    readonly planErrors: readonly PlanError[];
}

/** Formats runs one after the other, while they are simulated. No trace is held in memory. */
export interface RunFormat {
    /** The text before the first run and after the last. */
    header?(): string;
    footer?(): string;
    runHeader?(run: PlannedRun): string;
    entry(entry: TraceEntry, run: PlannedRun): string | undefined;
    runFooter?(run: PlannedRun, result: SimulationResult): string;
}
