import type { Comparison } from '@sup/comparison';
import type { Recording, RunDifference } from '@sup/playback';
import type { Scene } from '@sup/picture';

/** What the preview of a document shows. */
export interface PreviewContent {
    /** The hierarchy that the document belongs to, from all of its files. */
    readonly scene: Scene;
    readonly scenarios: readonly PreviewScenario[];
}

export interface PreviewScenario {
    readonly title: string;
    /** Minutes. */
    readonly duration: number;
}

/** Something that happens in a run, as a scenario says it: `stop OSLSUP01` at minute 1,440. */
export interface TimedEvent {
    /** Minutes since the start. */
    readonly at: number;
    /** The text after `at …:`. */
    readonly event: string;
}

/** Something that can happen to a part of the hierarchy. */
export interface PossibleEvent {
    /** What a button says: `Stop OSLSUP01`. */
    readonly label: string;
    /** The text of the event. Where it ends in a value that a person may want to change, the part before it is `prefix`. */
    readonly event: string;
    readonly prefix: string | undefined;
    /** Whether it puts something right that has failed before. */
    readonly isRepair: boolean;
    /** What it means, in a sentence. */
    readonly documentation: string;
}

/** Which run to play. */
export interface RunQuestion {
    /** The title of a scenario; without one, the plan as it is. */
    readonly scenario?: string | undefined;
    /** What happens besides. */
    readonly events: readonly TimedEvent[];
}

/** A run, ready to be played. */
export interface PlayedRun {
    /** To ask for its log with. */
    readonly run: number;
    readonly recording: Recording;
    /** Against the same run without the added events, where there are any. */
    readonly difference: RunDifference | undefined;
    /** What is wrong with added events, by their index: these did not happen. */
    readonly refused: readonly { readonly index: number; readonly message: string }[];
    /** How many lines its log has. */
    readonly lines: number;
}

export interface LogQuestion {
    readonly run: number;
    /** Only lines that hold this text, whatever its case; all with an empty one. */
    readonly text: string;
    /** Only lines about this site. */
    readonly site?: string | undefined;
    /** Only warnings and errors. */
    readonly isTroubleOnly: boolean;
    /** The first line that is wanted, of those that are left; or the first at or after a minute. */
    readonly from: { readonly line: number } | { readonly minute: number };
    /** At most 500. */
    readonly count: number;
}

export interface LogPage {
    /** Lines that are left, in all. */
    readonly total: number;
    /** The index of the first of {@link lines} among them. */
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
    /** The site code, and the part of the scene that it is about. */
    readonly site: string | undefined;
    readonly part: string | undefined;
}

/** Two versions of a plan, drawn as one. */
export interface ComparedPlans {
    /** What they are called: `main`, `saved file`, `now`. */
    readonly beforeLabel: string;
    readonly afterLabel: string;
    readonly before: Scene;
    readonly after: Scene;
    /** Both in one, with marks. */
    readonly both: Scene;
    readonly comparison: Comparison;
}
