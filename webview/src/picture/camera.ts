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

/** A picture that already shows everything about each site is enlarged up to this factor, so that a server name is legible across a room. */
const maxScale = 4;

/** The zoom factor of one press of a button or key. */
export const zoomStep = 1.25;

/** The space around an area that is revealed, in screen pixels. */
const margin = 24;

/** Shows the whole picture from its top, centered in the pane. */
export function fit({ width }: Pane, pane: Pane): Viewport {
    return { scale: 1, x: Math.min((width - pane.width) / 2, 0), y: 0 };
}

/** The zoom that is possible: from the picture that fits, to one in which `growth` times larger sites are enlarged further. */
export function clampZoom(zoom: number, growth: number): number {
    return Math.min(Math.max(zoom, 1), growth * maxScale);
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
