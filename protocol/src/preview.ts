// Room: protocol, the interface between the preview page and the extension that shows it.
// Owns: every message between the page and the extension, and the guard that validates messages from the page. Called by: webview, client.
// Absent: behavior.

import type { LayerName, OutageOverview } from '@sup/picture';
import type { ComparedPlans, LogPage, LogParams, PlayedRollout, PlayedRun, PossibleEvent, PreviewContent, RunDefinition, TimedEvent } from './preview-content.js';

export type * from './preview-content.js';
export { isFromPage } from './from-page.js';

/** A request of the page; the response carries the same `id`. */
export type PageRequest =
    | { readonly kind: 'play' } & RunDefinition
    | { readonly kind: 'log' } & LogParams
    /** The events that can be applied to a part. */
    | { readonly kind: 'possible'; readonly part: string }
    /** The effect on clients if the parts of the hierarchy fail, one at a time. */
    | { readonly kind: 'outages' }
    /** The order of the changes between the compared versions. */
    | { readonly kind: 'rollout' };

export type ResponseTo<K extends PageRequest['kind']> = { play: PlayedRun; log: LogPage; possible: readonly PossibleEvent[]; outages: OutageOverview; rollout: PlayedRollout }[K];

/** From the extension to the page. */
export type ToPage =
    /** The content to show. Sent when the page has loaded, and whenever the content changes. */
    | { readonly kind: 'show'; readonly file: string; readonly content: PreviewContent }
    /** The URI of the previewed document, and whether the preview is pinned to it. Sent when the page has loaded, and whenever that changes. */
    | { readonly kind: 'source'; readonly document: string; readonly isPinned: boolean }
    /** The content is unavailable, and why. The page keeps its last content, marked as out of date. */
    | { readonly kind: 'nothing'; readonly reason: string }
    /** The part at the text cursor. */
    | { readonly kind: 'select'; readonly part: string }
    /** A scenario to play from its start, requested outside the page. */
    | { readonly kind: 'play'; readonly scenario: string }
    | { readonly kind: 'response'; readonly id: number; readonly response: ResponseTo<PageRequest['kind']> | null }
    /** The request failed. */
    | { readonly kind: 'error'; readonly id: number; readonly message: string }
    /** The progress of a request. */
    | { readonly kind: 'progress'; readonly id: number; readonly percentage: number }
    /** A comparison to show instead of the plan; undefined returns to the plan. */
    | { readonly kind: 'compare'; readonly plans: ComparedPlans | undefined }
    /** An SVG picture to rasterize. `scale`: pixels for each unit of the SVG. */
    | { readonly kind: 'rasterize'; readonly id: number; readonly svg: string; readonly scale: number };

/** From the page to the extension. */
export type FromPage =
    /** The page has loaded and has no content yet. */
    | { readonly kind: 'ready' }
    /**
     * Shows the text of a part (`site:OSL`, `server:OSLSUP01`), or of one of its problems by index. The part `hierarchy` has the problems
     * that belong to no site. `takesFocus`: moves the focus to the editor.
     */
    | { readonly kind: 'open'; readonly part: string; readonly problem?: number; readonly takesFocus?: boolean }
    | { readonly kind: 'open-scenario'; readonly title: string }
    /** Offers the quick fixes of a problem, identified as for `open`. */
    | { readonly kind: 'fix'; readonly part: string; readonly problem: number }
    | { readonly kind: 'request'; readonly id: number; readonly request: PageRequest }
    /** Cancels a request. */
    | { readonly kind: 'cancel'; readonly id: number }
    /** Writes the played run to the file as a scenario. */
    | { readonly kind: 'save-scenario'; readonly scenario: string | undefined; readonly events: readonly TimedEvent[] }
    /** `compare`: lets the user choose a version to compare with. `export`: exports a picture or a report. */
    | { readonly kind: 'compare' }
    | { readonly kind: 'end-comparison' }
    /** With the layer that is shown, if any. */
    | { readonly kind: 'export'; readonly layer?: LayerName | undefined }
    /** Saves the check list of the last rollout. */
    | { readonly kind: 'export-rollout' }
    /** The PNG picture; undefined if rasterization failed. */
    | { readonly kind: 'rasterized'; readonly id: number; readonly png: ArrayBuffer | undefined };
