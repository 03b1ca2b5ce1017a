import { type Direction, type LayerName, layerNames } from '@sup/picture';
import type { RunDefinition, TimedEvent } from '@sup/protocol/preview';

/** The visible area of the drawing: the point in the upper left corner of the pane, and the screen pixels per unit. */
export interface Viewport {
    readonly x: number;
    readonly y: number;
    readonly scale: number;
}

/** A visible area that the user has chosen, and how far the picture is zoomed in. */
export interface Camera extends Viewport {
    readonly zoom: number;
}

/** The state that the page restores after it was hidden or the editor was restarted. */
export interface SavedView {
    readonly version: 1;
    /** The URI of the previewed document, from which the extension restores the panel. */
    readonly document: string;
    readonly isPinned: boolean;
    /** Undefined while the whole picture fits the pane. */
    readonly camera: Camera | undefined;
    readonly direction: Direction;
    readonly collapsed: readonly string[] | undefined;
    readonly selection: string | undefined;
    readonly isListed: boolean;
    readonly layer: LayerName | undefined;
    /** Undefined until the user has opened or folded the legend. */
    readonly isLegendOpen: boolean | undefined;
    readonly isTimeOpen: boolean;
    /** In pixels; undefined until the user has chosen one. */
    readonly timeHeight: number | undefined;
    /** The run that is played. The property keeps its original name, so that older saved views can still be read. */
    readonly question: RunDefinition | undefined;
    readonly time: number;
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** Reads a saved view and drops invalid values: another version of the page may have written them. */
export function savedViewFrom(value: unknown): Partial<SavedView> {
    const saved = value as Partial<SavedView> | null | undefined;
    if (typeof saved !== 'object' || saved === null || saved.version !== 1) {
        return {};
    }
    const { camera, direction, collapsed, selection, isListed, layer, isLegendOpen, isTimeOpen, timeHeight, question, time } = saved;
    return {
        camera: isNumber(camera?.x) && isNumber(camera.y) && isNumber(camera.scale) && camera.scale > 0 && isNumber(camera.zoom) && camera.zoom >= 1 ? camera : undefined,
        direction: direction === 'right' ? 'right' : 'down',
        collapsed: isTexts(collapsed) ? collapsed : undefined,
        selection: isText(selection) ? selection : undefined,
        isListed: isListed === true,
        // A simulation is started by the user only.
        layer: layerNames.find(name => name === layer && name !== 'outages'),
        isLegendOpen: typeof isLegendOpen === 'boolean' ? isLegendOpen : undefined,
        isTimeOpen: isTimeOpen === true,
        timeHeight: isNumber(timeHeight) ? timeHeight : undefined,
        question: isRunDefinition(question) ? question : undefined,
        time: isNumber(time) ? time : 0
    };
}

function isRunDefinition(value: unknown): value is RunDefinition {
    const run = value as Partial<RunDefinition> | null | undefined;
    return typeof run === 'object' && run !== null && (run.scenario === undefined || isText(run.scenario))
        && Array.isArray(run.events) && run.events.every((each: Partial<TimedEvent> | null) => isNumber(each?.at) && isText(each.event));
}
