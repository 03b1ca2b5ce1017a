import type { Rectangle } from './layout.js';

/** The smallest rectangle around others; undefined around none. */
export function around(rectangles: readonly Rectangle[]): Rectangle | undefined {
    if (rectangles.length === 0) {
        return undefined;
    }
    // Not by Math.min(...): a call cannot have as many arguments as a hierarchy has sites.
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y, width, height } of rectangles) {
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)];
    }
    return { x: left, y: top, width: right - left, height: bottom - top };
}

export function moved<T extends { readonly x: number; readonly y: number }>(place: T, { x, y }: { readonly x: number; readonly y: number }): T {
    return { ...place, x: place.x + x, y: place.y + y };
}
