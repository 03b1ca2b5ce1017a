import type { Rectangle } from './layout.js';

/** The smallest rectangle that contains all others; undefined without any. */
export function boundingBox(rectangles: readonly Rectangle[]): Rectangle | undefined {
    if (rectangles.length === 0) {
        return undefined;
    }
    // Not with Math.min(...): a call can have fewer arguments than a hierarchy can have sites.
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y, width, height } of rectangles) {
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + width), Math.max(bottom, y + height)];
    }
    return { x: left, y: top, width: right - left, height: bottom - top };
}

/** An upper left corner. */
export interface Corner {
    readonly x: number;
    readonly y: number;
}
