import type { Comparison } from '@sup/comparison';
import type { Recording, RunDifference } from '@sup/playback';
import type { Scene, SceneChange } from '@sup/picture';
import type { Interruption, StepDetail } from '@sup/rollout';

/** The content of the preview of a document. */
export interface PreviewContent {
    /** The hierarchy that the document belongs to, read from all of its files. */
    readonly scene: Scene;
    readonly scenarios: readonly PreviewScenario[];
}

export interface PreviewScenario {
    readonly title: string;
    /** Minutes. */
    readonly duration: number;
}

/** An event of a run, in the syntax of scenarios: `stop OSLSUP01` at minute 1,440. */
export interface TimedEvent {
    /** Minutes since the start. */
    readonly at: number;
    /** The text after `at …:`. */
    readonly event: string;
}

/** An event that can be applied to a part of the hierarchy. */
export interface PossibleEvent {
    /** The label of its button: `Stop OSLSUP01`. */
    readonly label: string;
    /** The text of the event. If it ends in a value that the user may change, `prefix` is the text before that value. */
    readonly event: string;
    readonly prefix: string | undefined;
    /** Whether it repairs an earlier failure. */
    readonly isRepair: boolean;
    /** Its meaning, in one sentence. */
    readonly documentation: string;
}

/** Defines a run: a scenario, or the plan as it is, with added events. */
export interface RunDefinition {
    /** The title of the scenario; if absent, the plan is run as it is. */
    readonly scenario?: string | undefined;
    /** The events added to it. */
    readonly events: readonly TimedEvent[];
}

/** A run, ready to be played. */
export interface PlayedRun {
    /** Identifies the run in {@link LogParams}. */
    readonly run: number;
    readonly recording: Recording;
    /** Compared with the same run without any events; undefined if the run has none. */
    readonly difference: RunDifference | undefined;
    /** The added events that are invalid and were left out of the run, by index. */
    readonly refused: readonly { readonly index: number; readonly message: string }[];
    /** The number of lines in its log. */
    readonly lines: number;
}

export interface LogParams {
    readonly run: number;
    /** Only lines that contain this text, ignoring case; all lines if it is empty. */
    readonly text: string;
    /** Only lines about this site. */
    readonly site?: string | undefined;
    /** Whether to return warnings and errors only. */
    readonly omitsInformation: boolean;
    /** The index of the first line to return, among the matching lines; or the minute at which to start. */
    readonly from: { readonly line: number } | { readonly minute: number };
    /** At most 500. */
    readonly count: number;
}

export interface LogPage {
    /** The number of matching lines. */
    readonly total: number;
    /** The index of the first of {@link lines} among the matching lines. */
    readonly from: number;
    readonly lines: readonly LogLine[];
}

export interface LogLine {
    /** Minutes since the start. */
    readonly at: number;
    readonly severity: 'information' | 'warning' | 'error';
    readonly component: string;
    readonly status: number | undefined;
    readonly text: string;
    /** The site code and the part of the scene that the line is about. */
    readonly site: string | undefined;
    readonly part: string | undefined;
}

/** Two versions of a plan, and both merged into one scene. */
export interface ComparedPlans {
    /** The names of the versions: `main`, `saved file`, `now`. */
    readonly beforeLabel: string;
    readonly afterLabel: string;
    readonly before: Scene;
    readonly after: Scene;
    /** Both versions in one scene, with their differences marked. */
    readonly both: Scene;
    readonly comparison: Comparison;
    /** If the earlier version is the real hierarchy, as an export states it. Its changes are differences then, and have neither costs nor an outcome. */
    readonly reality?: ComparedReality;
}

export interface ComparedReality {
    /** Sentences about the values that were not compared, and about the export. */
    readonly notes: readonly string[];
}

/** The order of the changes between two versions of a plan, as the preview plays it. */
export interface PlayedRollout {
    /** The rollout as a whole, in sentences. */
    readonly summary: readonly string[];
    readonly steps: readonly RolloutStep[];
    /** The changes without a step, in sentences; empty if the order is complete. */
    readonly left: readonly string[];
    /** The hierarchy before the first step. */
    readonly start: Scene;
    /** The whole rollout as a check list in Markdown. */
    readonly checkList: string;
}

export interface RolloutStep {
    readonly number: number;
    readonly title: string;
    /** The ids of the sites that it changes, in its scene. */
    readonly sites: readonly string[];
    /** Its facts, the most important first. */
    readonly details: readonly StepDetail[];
    readonly interruption: Interruption | undefined;
    /** The numbers of the steps that come before it for a stated reason. */
    readonly after: readonly number[];
    /** The difference of the picture from that of the step before; undefined if the answer would be too large. */
    readonly change: SceneChange | undefined;
}
