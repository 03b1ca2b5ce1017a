import { type Location, NotificationType, NotificationType0, type Position, type ProgressToken, type Range, RequestType, RequestType0, type TextDocumentIdentifier } from 'vscode-languageserver-protocol';

/** A scenario that can be run, and its expectations. Scenarios without a title cannot be identified, so they are not listed. */
export interface ScenarioInfo extends Location {
    /** Unique within its hierarchy. */
    title: string;
    /** The name of the hierarchy; undefined for a file that does not name one. */
    hierarchy: string | undefined;
    /** Changes whenever a run could have another outcome than before. */
    revision: number;
    /** In source order. */
    expectations: { text: string; range: Range }[];
}

/** Client → server: all scenarios of the workspace, ordered by file and position. Waits until the workspace is loaded. */
export const ScenariosRequest = new RequestType0<ScenarioInfo[], void>('sup/scenarios');

/** Server → client: the response to {@link ScenariosRequest}, or the outcome of a scenario, may have changed. */
export const ScenariosChangedNotification = new NotificationType0('sup/scenariosChanged');

export interface ScenarioTarget {
    textDocument: TextDocumentIdentifier;
    title: string;
}

export interface RunScenarioParams extends ScenarioTarget {
    /** Where to report progress, in percent. */
    workDoneToken?: ProgressToken;
}

/** A step that led to a failure: a line of the log and the locations in the plan that it is about. */
export interface TraceStep {
    /** `2d 03:07`: days and time of day since the scenario's start. */
    time: string;
    /** Site, component, status message id and sentence. */
    text: string;
    /** The state change that this step caused, if any. */
    changed: string | undefined;
    locations: Location[];
}

export interface ExpectationOutcome {
    text: string;
    range: Range;
    /** `untested`: no event in the run could have broken it. */
    verdict: 'held' | 'broken' | 'untested';
    /** If broken: the actual result. If untested: the missing precondition. */
    message: string | undefined;
    /** If broken: the time of the failure, `2d 03:07`. */
    time: string | undefined;
    /** If broken: the steps that led to the failure, in order, with only the necessary events of the scenario. */
    steps: TraceStep[];
    /** The number of these events, and of all events of the scenario; undefined if the steps are from a run with all of them. */
    usedEvents: { needed: number; of: number } | undefined;
}

export interface ScenarioOutcome {
    expectations: ExpectationOutcome[];
    /** Why the run has no result, or ended early: no duration, too many events. */
    problem: string | undefined;
    /** Sentences: the headline (how long a new update takes to reach the last client), then its details. */
    headline: string[];
    /** The time that the run took. */
    milliseconds: number;
}

/** Client → server: runs a scenario. Null if the scenario no longer exists. Can be cancelled. */
export const RunScenarioRequest = new RequestType<RunScenarioParams, ScenarioOutcome | null, void>('sup/runScenario');

/** The outcome of a scenario that the server has run after a change. */
export interface ScenarioReport {
    target: ScenarioTarget;
    outcome: ScenarioOutcome;
}

export interface ScenarioOutcomesParams {
    reports: ScenarioReport[];
}

/** Server → client: the outcomes of scenarios that the server has run by itself. Sent before the diagnostics that show the same outcomes. */
export const ScenarioOutcomesNotification = new NotificationType<ScenarioOutcomesParams>('sup/scenarioOutcomes');

/** Client → server: the complete trace of a scenario, one event per line, in the style of the product's logs. Null if the scenario no longer exists. Can be cancelled. */
export const TraceRequest = new RequestType<RunScenarioParams, string | null, void>('sup/trace');

export interface CoveredPart {
    name: string;
    range: Range;
    /** Whether a scenario has used it, and whether it has failed in one. */
    used: boolean;
    failed: boolean;
}

export interface FileCoverageInfo {
    uri: string;
    /** Sites, servers and links of the file, in source order. */
    parts: CoveredPart[];
}

export interface CoverageParams {
    scenarios: ScenarioTarget[];
    workDoneToken?: ProgressToken;
}

/** Client → server: the parts that these scenarios use or let fail, in all files of their hierarchies. Can be cancelled. */
export const CoverageRequest = new RequestType<CoverageParams, FileCoverageInfo[], void>('sup/coverage');

export interface SweepParams {
    textDocument: TextDocumentIdentifier;
    workDoneToken?: ProgressToken;
}

/** Client → server: a Markdown report on the failure of each server and link in turn, most severe impact first. Can be cancelled. */
export const SweepRequest = new RequestType<SweepParams, string | null, void>('sup/sweep');

export interface AdviseParams {
    textDocument: TextDocumentIdentifier;
    /** A position in the secondary site. */
    position: Position;
}

/** Client → server: a Markdown report on whether a secondary site needs its own software update point. Null if there is no secondary site at the position. */
export const AdviseRequest = new RequestType<AdviseParams, string | null, void>('sup/advise');

/** The client's commands that code lenses run. Each takes one argument. */
export const scenarioCommands = {
    /** {@link ScenarioTarget} */
    run: 'sup.runScenario',
    /** TextDocumentIdentifier; without it, all scenarios of the workspace */
    runAll: 'sup.runAllScenarios',
    /** {@link ScenarioTarget}; plays the scenario in the preview. */
    play: 'sup.playScenario',
    /** {@link ScenarioTarget} */
    showTrace: 'sup.showTrace',
    /** {@link AdviseParams} */
    advise: 'sup.adviseUpdatePoint'
} as const;
