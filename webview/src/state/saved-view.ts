import type { Direction } from '@sup/picture';
import type { RunQuestion, TimedEvent } from '@sup/protocol/preview';

/** Where a picture is looked at: the point of the drawing in the upper left corner of the pane, and pixels for each of its units. */
export interface Viewport {
    readonly x: number;
    readonly y: number;
    readonly scale: number;
}

/** What the page remembers while it is hidden, and from one start of the editor to the next. */
export interface SavedView {
    readonly version: 1;
    /** The document, for the extension: what it opens the preview of again. */
    readonly document: string;
    readonly viewport: Viewport | undefined;
    readonly direction: Direction;
    readonly collapsed: readonly string[] | undefined;
    readonly selection: string | undefined;
    readonly isListed: boolean;
    readonly isTimeOpen: boolean;
    /** Of the time pane, in pixels. */
    readonly timeHeight: number;
    /** Of what is known of the selected part, in pixels. */
    readonly detailsWidth: number;
    readonly question: RunQuestion | undefined;
    readonly time: number;
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** What was remembered, as far as it makes sense: another version of the page may have written it. */
export function savedViewFrom(value: unknown): Partial<SavedView> {
    const saved = value as Partial<SavedView> | null | undefined;
    if (typeof saved !== 'object' || saved === null || saved.version !== 1) {
        return {};
    }
    const { viewport, direction, collapsed, selection, isListed, isTimeOpen, timeHeight, detailsWidth, question, time } = saved;
    return {
        viewport: isNumber(viewport?.x) && isNumber(viewport.y) && isNumber(viewport.scale) && viewport.scale > 0 ? viewport : undefined,
        direction: direction === 'right' ? 'right' : 'down',
        collapsed: isTexts(collapsed) ? collapsed : undefined,
        selection: isText(selection) ? selection : undefined,
        isListed: isListed === true,
        isTimeOpen: isTimeOpen === true,
        timeHeight: isNumber(timeHeight) ? timeHeight : undefined,
        detailsWidth: isNumber(detailsWidth) ? detailsWidth : undefined,
        question: isQuestion(question) ? question : undefined,
        time: isNumber(time) ? time : 0
    };
}

function isQuestion(value: unknown): value is RunQuestion {
    const question = value as Partial<RunQuestion> | null | undefined;
    return typeof question === 'object' && question !== null && (question.scenario === undefined || isText(question.scenario))
        && Array.isArray(question.events) && question.events.every((each: Partial<TimedEvent> | null) => isNumber(each?.at) && isText(each.event));
}
