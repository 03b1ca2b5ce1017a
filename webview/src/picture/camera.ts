import type { Rectangle } from '@sup/picture';
import type { Viewport } from '../state/saved-view.js';

// What can be done to a viewport. All of it is arithmetic: nothing here knows the page.

export interface Pane {
    readonly width: number;
    readonly height: number;
}

export interface Point {
    readonly x: number;
    readonly y: number;
}

/** Pixels of the screen for each of the drawing: from a hierarchy of thousands at a glance to a server's name from across the room. */
const smallest = 0.02;
const largest = 4;
/** A picture that fits its pane is not made larger than this. */
const largestFit = 1.25;

/** How much larger one press of a button or key makes the picture. */
export const zoomStep = 1.25;

/** White space that is left around what is fitted or brought into sight, in pixels of the screen. */
const margin = 24;

/** All of something, as large as the pane allows, in its middle. */
export function fit(area: Rectangle, pane: Pane): Viewport {
    const room = (size: number): number => Math.max(size - 2 * margin, 1);
    const scale = clamped(Math.min(room(pane.width) / Math.max(area.width, 1), room(pane.height) / Math.max(area.height, 1), largestFit));
    return { scale, x: area.x + area.width / 2 - pane.width / scale / 2, y: area.y + area.height / 2 - pane.height / scale / 2 };
}

/** Larger or smaller, with the point under the hand where it is. */
export function zoom({ x, y, scale }: Viewport, factor: number, at: Point): Viewport {
    const next = clamped(scale * factor);
    return { scale: next, x: x + at.x / scale - at.x / next, y: y + at.y / scale - at.y / next };
}

/** Moved by so many pixels of the screen. */
export function pan({ x, y, scale }: Viewport, { x: dx, y: dy }: Point): Viewport {
    return { scale, x: x - dx / scale, y: y - dy / scale };
}

/** Moved as little as needed to have something in sight; the same where it is. */
export function reveal(viewport: Viewport, area: Rectangle, pane: Pane): Viewport {
    const { scale } = viewport;
    const x = shifted(viewport.x, pane.width / scale, area.x, area.width, margin / scale);
    const y = shifted(viewport.y, pane.height / scale, area.y, area.height, margin / scale);
    return x === viewport.x && y === viewport.y ? viewport : { scale, x, y };
}

/** The part of the drawing that can be seen, and so much around it: in parts of the pane. */
export function seen({ x, y, scale }: Viewport, pane: Pane, around = 0): Rectangle {
    const [width, height] = [pane.width / scale, pane.height / scale];
    return { x: x - around * width, y: y - around * height, width: width * (1 + 2 * around), height: height * (1 + 2 * around) };
}

export function contains(outer: Rectangle, inner: Rectangle): boolean {
    return outer.x <= inner.x && outer.y <= inner.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

/** Where a window has to begin, so that an area is in it. Of one that is too large, its beginning is. */
function shifted(start: number, size: number, from: number, length: number, space: number): number {
    if (from >= start && from + length <= start + size) {
        return start;
    }
    return from < start || length + 2 * space > size ? from - space : from + length + space - size;
}

function clamped(scale: number): number {
    return Math.min(Math.max(scale, smallest), largest);
}
