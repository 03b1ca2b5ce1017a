import type { Layout, PlacedBox } from '@sup/picture';
import type { Pane } from '../picture/camera.js';
import type { Viewport } from './saved-view.js';

/** A site, and where it stood in the drawing. */
export interface Anchor {
    readonly site: string;
    readonly x: number;
    readonly y: number;
}

/** The site to keep in its place when the drawing changes: the wanted one, where it can be seen; else the one that is nearest to the middle. */
export function anchorIn({ boxes }: Layout, { x, y, scale }: Viewport, { width, height }: Pane, wanted: string | undefined): Anchor | undefined {
    const [middleX, middleY] = [x + width / scale / 2, y + height / scale / 2];
    const distance = (box: PlacedBox): number => Math.hypot(box.x + box.width / 2 - middleX, box.y + box.height / 2 - middleY);
    const isSeen = (box: PlacedBox): boolean => box.x < x + width / scale && box.x + box.width > x && box.y < y + height / scale && box.y + box.height > y;
    let nearest: PlacedBox | undefined;
    for (const box of boxes) {
        if (box.site === wanted && isSeen(box)) {
            return box;
        }
        if (!nearest || distance(box) < distance(nearest)) {
            nearest = box;
        }
    }
    return nearest;
}

/** The viewport in which a site is seen where it was, to the pixel; the same where it has not moved, or is not there any more. */
export function held(viewport: Viewport, anchor: Anchor, { boxes }: Layout): Viewport {
    const now = boxes.find(({ site }) => site === anchor.site);
    return !now || now.x === anchor.x && now.y === anchor.y ? viewport : { ...viewport, x: viewport.x + now.x - anchor.x, y: viewport.y + now.y - anchor.y };
}
