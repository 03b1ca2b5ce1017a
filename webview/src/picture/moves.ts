import type { Layout } from '@sup/picture';
import { isMotionReduced } from '../shell/motion.js';

/** The positions of the boxes, by site, and how large they are. */
export interface BoxPositions {
    readonly growth: number;
    readonly boxes: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** In milliseconds: long enough to follow the movement, too short to wait for. */
const duration = 150;

/** Animates boxes from their previous positions, and returns the new ones. Zooming moves all boxes at once, and is not animated. */
export function animateMoves(group: SVGGElement | null, layout: Layout | undefined, { growth, boxes: before }: BoxPositions): BoxPositions {
    const now = new Map(layout?.boxes.map(({ site, x, y }) => [site, { x, y }]));
    if (group && before.size > 0 && layout?.growth === growth && !isMotionReduced()) {
        for (const item of group.querySelectorAll<SVGGElement>('[role=treeitem]')) {
            const [last, next] = [before.get(item.dataset['part']!), now.get(item.dataset['part']!)];
            if (last && next && (last.x !== next.x || last.y !== next.y)) {
                const at = ({ x, y }: { readonly x: number; readonly y: number }): Keyframe => ({ transform: `translate(${x}px, ${y}px)` });
                item.animate([at(last), at(next)], { duration, easing: 'ease-out' });
            }
        }
    }
    return { growth: layout?.growth ?? 1, boxes: now };
}
