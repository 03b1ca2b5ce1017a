import type { Layout, PlacedBox } from '@sup/picture';
import type { Pane, Point } from '../picture/camera.js';
import type { Viewport } from './saved-view.js';

/** A site and its position in the drawing. */
export interface Anchor {
    readonly site: string;
    readonly x: number;
    readonly y: number;
}

/** Chooses the site that must not move when the drawing changes: the preferred one if it is visible, otherwise the one closest to the center. */
function chooseAnchor({ boxes }: Layout, { x, y, scale }: Viewport, { width, height }: Pane, preferred: string | undefined): PlacedBox | undefined {
    const [middleX, middleY] = [x + width / scale / 2, y + height / scale / 2];
    const distance = ({ x: left, y: top, width: w, height: h }: PlacedBox): number => Math.hypot(Math.max(left - middleX, 0, middleX - left - w), Math.max(top - middleY, 0, middleY - top - h));
    const isVisible = (box: PlacedBox): boolean => box.x < x + width / scale && box.x + box.width > x && box.y < y + height / scale && box.y + box.height > y;
    let nearest: PlacedBox | undefined;
    for (const box of boxes) {
        if (box.site === preferred && isVisible(box)) {
            return box;
        }
        if (!nearest || distance(box) < distance(nearest)) {
            nearest = box;
        }
    }
    return nearest;
}

/** Moves the viewport so that the corner of the anchor stays at the same pixel. Returns the same viewport if the anchor has not moved or no longer exists. */
function keepAnchor(viewport: Viewport, anchor: Anchor, { boxes }: Layout): Viewport {
    const now = boxes.find(({ site }) => site === anchor.site);
    return !now || now.x === anchor.x && now.y === anchor.y ? viewport : { ...viewport, x: viewport.x + now.x - anchor.x, y: viewport.y + now.y - anchor.y };
}

/** The viewport of another drawing in which one site stays where it was, `site` if it is visible, at a new scale. */
export function anchoredViewport(before: Layout, after: Layout, viewport: Viewport, pane: Pane, { site, scale }: { readonly site: string | undefined; readonly scale: number }): Viewport {
    const anchor = chooseAnchor(before, viewport, pane, site);
    const kept = anchor ? keepAnchor(viewport, anchor, after) : viewport;
    return scale === kept.scale ? kept : { ...kept, scale };
}

/** A point of the pane, and the site at it or nearest to it. */
export interface PointAnchor {
    readonly site: string;
    /** The position of the point relative to the site, in widths and heights of its box. */
    readonly across: number;
    readonly along: number;
    readonly at: Point;
}

export function anchorPoint(layout: Layout, { x, y, scale }: Viewport, at: Point, preferred: string | undefined): PointAnchor | undefined {
    const box = chooseAnchor(layout, { x: x + at.x / scale, y: y + at.y / scale, scale }, { width: 0, height: 0 }, preferred);
    return box && { site: box.site, at, across: (x + at.x / scale - box.x) / box.width, along: (y + at.y / scale - box.y) / box.height };
}

/** The viewport in which a point of a site is at the same pixel as before; undefined if the site no longer exists. */
export function keepPoint({ site, across, along, at }: PointAnchor, { boxes }: Layout, scale: number): Viewport | undefined {
    const box = boxes.find(each => each.site === site);
    return box && { scale, x: box.x + across * box.width - at.x / scale, y: box.y + along * box.height - at.y / scale };
}
