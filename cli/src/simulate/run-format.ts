import type { LangiumDocument } from 'langium';
import type { Hierarchy, Scenario } from '@sup/model';
import type { RunOptions, SimulationResult, TraceEntry } from '@sup/simulation';

/** A run to simulate. */
export interface PlannedRun {
    readonly document: LangiumDocument;
    readonly hierarchy: Hierarchy;
    /** The name of the hierarchy, or the file that is a hierarchy of its own. */
    readonly label: string;
    readonly scenario: Scenario;
    readonly options: RunOptions;
}

/** Writes runs as they happen, one after the other: nothing of a trace is kept. */
export interface RunFormat {
    /** Before the first run, and after the last. */
    begin?(): string;
    end?(): string;
    runBegins?(run: PlannedRun): string;
    entry(entry: TraceEntry, run: PlannedRun): string;
    runEnds?(run: PlannedRun, result: SimulationResult): string;
}
