import type { Layout, PlacedBox } from '@sup/picture';
import type { Pane } from '../picture/camera.js';
import type { Viewport } from './saved-view.js';

/** A site and its position in the drawing. */
export interface Anchor {
    readonly site: string;
    readonly x: number;
    readonly y: number;
}

/** Chooses the site that must not move when the drawing changes: the preferred one if it is visible, otherwise the one closest to the center. */
export function chooseAnchor({ boxes }: Layout, { x, y, scale }: Viewport, { width, height }: Pane, preferred: string | undefined): Anchor | undefined {
    const [middleX, middleY] = [x + width / scale / 2, y + height / scale / 2];
    const distance = (box: PlacedBox): number => Math.hypot(box.x + box.width / 2 - middleX, box.y + box.height / 2 - middleY);
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

/** Moves the viewport so that the anchor stays at the same pixel. Returns the same viewport if the anchor has not moved or no longer exists. */
export function keepAnchor(viewport: Viewport, anchor: Anchor, { boxes }: Layout): Viewport {
    const now = boxes.find(({ site }) => site === anchor.site);
    return !now || now.x === anchor.x && now.y === anchor.y ? viewport : { ...viewport, x: viewport.x + now.x - anchor.x, y: viewport.y + now.y - anchor.y };
}
