// Room: protocol, the door between the preview page and the extension that shows it.
// Owns: every message of the page and to it, and the guard for what comes from the page. Called by: webview, client. Absent: behaviour.

import type { ComparedPlans, LogPage, LogQuestion, PlayedRun, PossibleEvent, PreviewContent, RunQuestion, TimedEvent } from './preview-content.js';

export type * from './preview-content.js';
export { isFromPage } from './from-page.js';

/** Something that the page asks; the answer comes back with the same `id`. */
export type Question =
    | { readonly kind: 'play' } & RunQuestion
    | { readonly kind: 'log' } & LogQuestion
    /** What can happen to a part. */
    | { readonly kind: 'possible'; readonly part: string };

export type AnswerTo<K extends Question['kind']> = { play: PlayedRun; log: LogPage; possible: readonly PossibleEvent[] }[K];

/** From the extension to the page. */
export type ToPage =
    /** What there is to show now. Sent when it has changed, and when the page has just come to life. */
    | { readonly kind: 'show'; readonly file: string; readonly content: PreviewContent }
    /** There is nothing to show, and why. What was shown before stays, marked as out of date. */
    | { readonly kind: 'nothing'; readonly reason: string }
    /** The part that the text cursor is in. */
    | { readonly kind: 'select'; readonly part: string }
    /** A scenario to be played from its start: somebody asked for it outside of the page. */
    | { readonly kind: 'play'; readonly scenario: string }
    | { readonly kind: 'answer'; readonly id: number; readonly answer: AnswerTo<Question['kind']> | null }
    /** Why there is no answer. */
    | { readonly kind: 'refused'; readonly id: number; readonly message: string }
    /** How much of an answer is worked out, in percent. */
    | { readonly kind: 'progress'; readonly id: number; readonly percentage: number }
    /** A comparison to be shown instead of the plan; with undefined, the plan again. */
    | { readonly kind: 'compare'; readonly plans: ComparedPlans | undefined }
    /** An SVG picture to be made one of pixels, so many for each of its own. */
    | { readonly kind: 'rasterize'; readonly id: number; readonly svg: string; readonly scale: number };

/** From the page to the extension. */
export type FromPage =
    /** The page has come to life and has nothing to show. */
    | { readonly kind: 'ready' }
    /**
     * Somebody wants to see the text of a part (`site:OSL`, `server:OSLSUP01`) or of one of its problems, by its index; with `hierarchy` for
     * the part, of a problem of no site. `takesFocus`: and go on there.
     */
    | { readonly kind: 'open'; readonly part: string; readonly problem?: number; readonly takesFocus?: boolean }
    | { readonly kind: 'open-scenario'; readonly title: string }
    /** Somebody wants to mend a problem, which is named as above. */
    | { readonly kind: 'fix'; readonly part: string; readonly problem: number }
    | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
    /** The answer is not wanted any more. */
    | { readonly kind: 'cancel'; readonly id: number }
    /** Write what is played into the file, as a scenario. */
    | { readonly kind: 'save-scenario'; readonly scenario: string | undefined; readonly events: readonly TimedEvent[] }
    /** Ask with what to compare; export a picture or a report. */
    | { readonly kind: 'compare' }
    | { readonly kind: 'end-comparison' }
    | { readonly kind: 'export' }
    /** A PNG picture; undefined where it could not be made. */
    | { readonly kind: 'rasterized'; readonly id: number; readonly png: ArrayBuffer | undefined };
