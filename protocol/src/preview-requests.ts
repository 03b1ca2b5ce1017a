import { type Location, NotificationType0, type Position, type ProgressToken, RequestType, type TextDocumentIdentifier, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { LayerName, OutageOverview } from '@sup/picture';
import type { ComparedPlans, LogPage, LogParams, PlayedRollout, PlayedRun, PossibleEvent, PreviewContent, RunDefinition, TimedEvent } from './preview-content.js';

export type * from './preview-content.js';

export interface PreviewParams {
    textDocument: TextDocumentIdentifier;
}

/** Client → server: the content of the preview of a document, or null if the document does not belong to a plan. Waits until the document is parsed. */
export const PreviewRequest = new RequestType<PreviewParams, PreviewContent | null, void>('sup/preview');

/** Server → client: the response to {@link PreviewRequest} may have changed. Only sent to clients that set `preview`. */
export const PreviewChangedNotification = new NotificationType0('sup/previewChanged');

export interface PartParams extends PreviewParams {
    /** `site:OSL`, `server:OSLSUP01` or `cluster:OSLNLB`, from a scene of the same document. */
    part: string;
}

export interface LocateParams extends PartParams {
    /** The index of a problem of the site in the scene. */
    problem?: number;
}

/** Client → server: the location of a part, or of one of its problems, in the text; null if it no longer exists. */
export const LocateRequest = new RequestType<LocateParams, Location | null, void>('sup/locate');

export interface LocateScenarioParams extends PreviewParams {
    title: string;
}

/** Client → server: the location of a scenario of the hierarchy in the text. */
export const LocateScenarioRequest = new RequestType<LocateScenarioParams, Location | null, void>('sup/locateScenario');

export interface PartAtParams extends PreviewParams {
    position: Position;
}

/** Client → server: the smallest part of the scene that contains a position in the text. */
export const PartAtRequest = new RequestType<PartAtParams, string | null, void>('sup/partAt');

/** Client → server: the events that can be applied to a part; null if it no longer exists. */
export const PossibleEventsRequest = new RequestType<PartParams, readonly PossibleEvent[] | null, void>('sup/possibleEvents');

export interface PlayParams extends PreviewParams, RunDefinition {
    workDoneToken?: ProgressToken;
}

/** Client → server: simulates a scenario, or the plan as it is, for playback. Null if there is no such scenario. Can be cancelled. */
export const PlayRequest = new RequestType<PlayParams, PlayedRun | null, void>('sup/play');

/** Client → server: lines of the log of a run; null if the run is no longer cached. */
export const LogRequest = new RequestType<LogParams, LogPage | null, void>('sup/log');

export interface OutagesParams extends PreviewParams {
    workDoneToken?: ProgressToken;
}

/** Client → server: the effect on clients if the parts of the hierarchy fail, one at a time; null if the document does not belong to a plan. Can be cancelled. */
export const OutagesRequest = new RequestType<OutagesParams, OutageOverview | null, void>('sup/outages');

export interface ScenarioEditParams extends PreviewParams {
    /** The title of the scenario that was played; if absent, the plan as it is. */
    scenario?: string | undefined;
    events: readonly TimedEvent[];
}

export interface ScenarioEdit {
    edit: WorkspaceEdit;
    /** The title of the new scenario. */
    title: string;
}

/** Client → server: the edit that adds the played run to the document as a new scenario. */
export const ScenarioEditRequest = new RequestType<ScenarioEditParams, ScenarioEdit | null, void>('sup/scenarioEdit');

/** Client → server: the URIs of all files of the hierarchy that the document belongs to. */
export const HierarchyFilesRequest = new RequestType<PreviewParams, string[] | null, void>('sup/hierarchyFiles');

/** A file in one version of a plan. */
export interface PlanFile {
    uri: string;
    text: string;
}

export interface ComparePlansParams extends PreviewParams {
    /** All files of the version to compare with. */
    before: readonly PlanFile[];
    beforeLabel: string;
    afterLabel: string;
    workDoneToken?: ProgressToken;
}

/** Client → server: the differences in meaning between the hierarchy of a document and another version of it. Can be cancelled. */
export const ComparePlansRequest = new RequestType<ComparePlansParams, ComparedPlans | null, void>('sup/compare');

export interface OrderRolloutParams extends PreviewParams {
    /** All files of the version that the rollout starts from. */
    before: readonly PlanFile[];
    workDoneToken?: ProgressToken;
}

/** Client → server: the order of the changes from another version of a plan to the hierarchy of a document. Can be cancelled. */
export const OrderRolloutRequest = new RequestType<OrderRolloutParams, PlayedRollout | null, void>('sup/rollout');

export interface ExportParams extends PreviewParams {
    format: 'html' | 'markdown' | 'svg' | 'mermaid';
    /** The color theme of a standalone picture. */
    theme: 'light' | 'dark';
    direction: 'down' | 'right';
    /** How much a picture shows: what fits on one page, which is the default, or everything about each site. */
    extent?: 'page' | 'everything';
    /** The figures that a picture adds to the structure. */
    layer?: LayerName;
    /** For a Markdown report: the name of the picture file in the same folder. */
    picture?: string;
    workDoneToken?: ProgressToken;
}

/** Client → server: the hierarchy of a document as a report or a picture. Can be cancelled. */
export const ExportRequest = new RequestType<ExportParams, string | null, void>('sup/export');

/** Another version of a plan. */
export interface PlanVariant {
    label: string;
    files: readonly PlanFile[];
}

export interface VariantsParams extends PreviewParams {
    /** The label of the current version. */
    label: string;
    variants: readonly PlanVariant[];
    workDoneToken?: ProgressToken;
}

/** Client → server: the figures of the hierarchy of a document and of other versions of it, as a table in Markdown. Can be cancelled. */
export const VariantsRequest = new RequestType<VariantsParams, string | null, void>('sup/variants');

export interface DescribeParams extends PreviewParams {
    /** Describes a run instead of the hierarchy: that of a scenario, or without a title one without events. */
    run?: { scenario?: string };
    workDoneToken?: ProgressToken;
}

/** Client → server: the hierarchy of a document, or a run of it, in plain sentences; null if there is no such scenario. Can be cancelled. */
export const DescribeRequest = new RequestType<DescribeParams, string | null, void>('sup/describe');
