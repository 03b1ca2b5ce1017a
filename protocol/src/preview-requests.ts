import { NotificationType0, type Position, type ProgressToken, RequestType, type TextDocumentIdentifier, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { ComparedPlans, LogPage, LogQuestion, PlayedRun, PossibleEvent, PreviewContent, RunQuestion, TimedEvent } from './preview-content.js';
import type { Place } from './scenarios.js';

export type * from './preview-content.js';

export interface PreviewParams {
    textDocument: TextDocumentIdentifier;
}

/** Client → server: what the preview of a document shows. Null where it is no document of a plan. Waits until the document has been read. */
export const PreviewRequest = new RequestType<PreviewParams, PreviewContent | null, void>('sup/preview');

/** Server → client: {@link PreviewRequest} may be answered otherwise now. Only sent to clients that have said `preview`. */
export const PreviewChangedNotification = new NotificationType0('sup/previewChanged');

export interface PartParams extends PreviewParams {
    /** `site:OSL`, `server:OSLSUP01`, `cluster:OSLNLB`; of a scene of the same document. */
    part: string;
}

export interface LocateParams extends PartParams {
    /** A problem of the site, by its index in the scene. */
    problem?: number;
}

/** Client → server: where a part, or a problem of it, stands in the text. Null where it is not there any more. */
export const LocateRequest = new RequestType<LocateParams, Place | null, void>('sup/locate');

export interface LocateScenarioParams extends PreviewParams {
    title: string;
}

/** Client → server: where a scenario of the hierarchy stands in the text. */
export const LocateScenarioRequest = new RequestType<LocateScenarioParams, Place | null, void>('sup/locateScenario');

export interface PartAtParams extends PreviewParams {
    position: Position;
}

/** Client → server: the smallest part of the scene that a place in the text is in. */
export const PartAtRequest = new RequestType<PartAtParams, string | null, void>('sup/partAt');

/** Client → server: what can happen to a part. Null where it is not there any more. */
export const PossibleEventsRequest = new RequestType<PartParams, readonly PossibleEvent[] | null, void>('sup/possibleEvents');

export interface PlayParams extends PreviewParams, RunQuestion {
    workDoneToken?: ProgressToken;
}

/** Client → server: runs a scenario, or the plan as it is, to be played. Null where there is no such scenario. Can be cancelled. */
export const PlayRequest = new RequestType<PlayParams, PlayedRun | null, void>('sup/play');

/** Client → server: lines of the log of a run. Null where the run is not kept any longer. */
export const LogRequest = new RequestType<LogQuestion, LogPage | null, void>('sup/log');

export interface ScenarioEditParams extends PreviewParams {
    /** The scenario that was played, by title; without one, the plan as it is. */
    scenario?: string | undefined;
    events: readonly TimedEvent[];
}

export interface ScenarioEdit {
    edit: WorkspaceEdit;
    /** The title of the scenario that it writes. */
    title: string;
}

/** Client → server: the edit that writes what was played into the document, as a new scenario. */
export const ScenarioEditRequest = new RequestType<ScenarioEditParams, ScenarioEdit | null, void>('sup/scenarioEdit');

/** Client → server: the files of the hierarchy that the document belongs to, by URI. */
export const HierarchyFilesRequest = new RequestType<PreviewParams, string[] | null, void>('sup/hierarchyFiles');

/** A file of a version of a plan. */
export interface PlanFile {
    uri: string;
    text: string;
}

export interface ComparePlansParams extends PreviewParams {
    /** The plan to compare with, file by file. */
    before: readonly PlanFile[];
    beforeLabel: string;
    afterLabel: string;
    workDoneToken?: ProgressToken;
}

/** Client → server: what the hierarchy of a document means differently from another version of it. Can be cancelled. */
export const ComparePlansRequest = new RequestType<ComparePlansParams, ComparedPlans | null, void>('sup/compare');

export interface ExportParams extends PreviewParams {
    format: 'html' | 'markdown' | 'svg';
    /** The colours of a picture that stands alone. */
    theme: 'light' | 'dark';
    direction: 'down' | 'right';
    /** Of a Markdown report, the name of the file beside it that will hold the picture. */
    picture?: string;
    workDoneToken?: ProgressToken;
}

/** Client → server: the hierarchy of a document as a report or a picture. Can be cancelled. */
export const ExportRequest = new RequestType<ExportParams, string | null, void>('sup/export');
