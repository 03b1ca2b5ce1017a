import type { Rectangle } from '@sup/picture';
import type { Viewport } from '../state/saved-view.js';

// Operations on viewports: pure arithmetic without access to the page.

export interface Pane {
    readonly width: number;
    readonly height: number;
}

export interface Point {
    readonly x: number;
    readonly y: number;
}

/** Screen pixels per unit of the drawing: from an overview of thousands of sites to a server name that is legible across a room. */
const minScale = 0.02;
const maxScale = 4;
/** The limit when a small picture is fitted into a large pane. */
const maxFitScale = 1.25;

/** The zoom factor of one press of a button or key. */
export const zoomStep = 1.25;

/** The space around an area that is fitted or revealed, in screen pixels. */
const margin = 24;

/** Centers an area in the pane, as large as possible. */
export function fit(area: Rectangle, pane: Pane): Viewport {
    const room = (size: number): number => Math.max(size - 2 * margin, 1);
    const scale = clampScale(Math.min(room(pane.width) / Math.max(area.width, 1), room(pane.height) / Math.max(area.height, 1), maxFitScale));
    return { scale, x: area.x + area.width / 2 - pane.width / scale / 2, y: area.y + area.height / 2 - pane.height / scale / 2 };
}

/** Zooms around a point of the pane. */
export function zoom({ x, y, scale }: Viewport, factor: number, at: Point): Viewport {
    const next = clampScale(scale * factor);
    return { scale: next, x: x + at.x / scale - at.x / next, y: y + at.y / scale - at.y / next };
}

/** Moves the viewport by screen pixels. */
export function pan({ x, y, scale }: Viewport, { x: dx, y: dy }: Point): Viewport {
    return { scale, x: x - dx / scale, y: y - dy / scale };
}

/** Moves the viewport as little as possible to show an area. Returns the same viewport if the area is visible already. */
export function reveal(viewport: Viewport, area: Rectangle, pane: Pane): Viewport {
    const { scale } = viewport;
    const x = scrolledStart(viewport.x, pane.width / scale, area.x, area.width, margin / scale);
    const y = scrolledStart(viewport.y, pane.height / scale, area.y, area.height, margin / scale);
    return x === viewport.x && y === viewport.y ? viewport : { scale, x, y };
}

/** The visible part of the drawing, with a margin given as a fraction of the pane. */
export function visibleArea({ x, y, scale }: Viewport, pane: Pane, overscan = 0): Rectangle {
    const [width, height] = [pane.width / scale, pane.height / scale];
    return { x: x - overscan * width, y: y - overscan * height, width: width * (1 + 2 * overscan), height: height * (1 + 2 * overscan) };
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
    return outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

/** The start of a window that shows a range, or the start of the range if it does not fit. */
function scrolledStart(start: number, size: number, from: number, length: number, space: number): number {
    if (from >= start && from + length <= start + size) {
        return start;
    }
    return from < start || length + 2 * space > size ? from - space : from + length + space - size;
}

function clampScale(scale: number): number {
    return Math.min(Math.max(scale, minScale), maxScale);
}
