import { NotificationType0, type Position, type ProgressToken, type Range, RequestType, RequestType0, type TextDocumentIdentifier } from 'vscode-languageserver-protocol';

/** A place in a plan. */
export interface Place {
    uri: string;
    range: Range;
}

/** A scenario that can be run, and what it expects. Scenarios without a title cannot be told apart, so they are not among them. */
export interface ScenarioInfo extends Place {
    /** Unique within its hierarchy. */
    title: string;
    /** The name of the hierarchy; undefined for a file that is one of its own. */
    hierarchy: string | undefined;
    /** In the order of the text. */
    expectations: { text: string; range: Range }[];
}

/** Client → server: every scenario of the workspace, by file and place. Waits until the workspace has been read. */
export const ScenariosRequest = new RequestType0<ScenarioInfo[], void>('sup/scenarios');

/** Server → client: {@link ScenariosRequest} would be answered otherwise now, or a scenario may end otherwise than when it was last run. */
export const ScenariosChangedNotification = new NotificationType0('sup/scenariosChanged');

export interface ScenarioTarget {
    textDocument: TextDocumentIdentifier;
    title: string;
}

export interface RunScenarioParams extends ScenarioTarget {
    /** Where to report progress, in percent. */
    workDoneToken?: ProgressToken;
}

/** A step on the way to a failure, as a line of a log, with the lines of the plan that it is about. */
export interface TraceStep {
    /** `2d 03:07`: days and time of day since the scenario's start. */
    time: string;
    /** Site, component, status message id and sentence. */
    text: string;
    /** What changed by this step, where something did. */
    changed: string | undefined;
    places: Place[];
}

export interface ExpectationOutcome {
    text: string;
    range: Range;
    /** `untested`: nothing in the run could have broken it. */
    verdict: 'held' | 'broken' | 'untested';
    /** For a broken one: what was found instead. For an untested one: what was missing. */
    message: string | undefined;
    /** For a broken one: `2d 03:07`. */
    time: string | undefined;
    /** For a broken one: what led to it, with those events of the scenario only that are needed for it, in order. */
    steps: TraceStep[];
}

export interface ScenarioOutcome {
    expectations: ExpectationOutcome[];
    /** Why the run says nothing, or ended early: no duration, too many events. */
    problem: string | undefined;
    /** The headline and its parts: how long a new update takes to the last client. Sentences. */
    headline: string[];
    /** Milliseconds that the run took. */
    milliseconds: number;
}

/** Client → server: runs a scenario. Null where there is no such scenario any more. Can be cancelled. */
export const RunScenarioRequest = new RequestType<RunScenarioParams, ScenarioOutcome | null, void>('sup/runScenario');

/** Client → server: the whole trace of a scenario, one event a line, in the manner of the product's logs. Null as above. Can be cancelled. */
export const TraceRequest = new RequestType<RunScenarioParams, string | null, void>('sup/trace');

export interface CoveredPart {
    name: string;
    range: Range;
    /** Whether a scenario has used it, and whether one has let it fail. */
    used: boolean;
    failed: boolean;
}

export interface FileCoverageInfo {
    uri: string;
    /** Sites, servers and links of the file, in the order of the text. */
    parts: CoveredPart[];
}

export interface CoverageParams {
    scenarios: ScenarioTarget[];
    workDoneToken?: ProgressToken;
}

/** Client → server: what these scenarios use and let fail, in all files of their hierarchies. Can be cancelled. */
export const CoverageRequest = new RequestType<CoverageParams, FileCoverageInfo[], void>('sup/coverage');

export interface SweepParams {
    textDocument: TextDocumentIdentifier;
    workDoneToken?: ProgressToken;
}

/** Client → server: a report, in Markdown, of what happens when each server and link fails in turn; worst first. Can be cancelled. */
export const SweepRequest = new RequestType<SweepParams, string | null, void>('sup/sweep');

export interface AdviseParams {
    textDocument: TextDocumentIdentifier;
    /** A place in the secondary site that the question is about. */
    position: Position;
}

/** Client → server: a report, in Markdown, whether a secondary site needs its own software update point. Null where no such site is there. */
export const AdviseRequest = new RequestType<AdviseParams, string | null, void>('sup/advise');

/** Commands of the client that code lenses name. Each has one argument. */
export const scenarioCommands = {
    /** {@link ScenarioTarget} */
    run: 'sup.runScenario',
    /** TextDocumentIdentifier */
    runAll: 'sup.runAllScenarios',
    /** {@link ScenarioTarget}; plays it in the preview. */
    play: 'sup.playScenario',
    /** {@link ScenarioTarget} */
    showTrace: 'sup.showTrace',
    /** {@link AdviseParams} */
    advise: 'sup.adviseUpdatePoint'
} as const;
