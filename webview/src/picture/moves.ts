import type { Layout } from '@sup/picture';
import { isMotionReduced } from '../shell/motion.js';

/** Where each site stood. */
export type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Milliseconds: long enough to see what went where, too short to wait for. */
const duration = 180;

/** Lets boxes that stand elsewhere than before go there, and gives their places for the next time. */
export function animateMoves(group: SVGGElement | null, layout: Layout | undefined, before: Places): Places {
    const now = new Map(layout?.boxes.map(({ site, x, y }) => [site, { x, y }]));
    if (group && before.size > 0 && !isMotionReduced()) {
        for (const item of group.querySelectorAll<SVGGElement>('[role=treeitem]')) {
            const [last, next] = [before.get(item.dataset['part']!), now.get(item.dataset['part']!)];
            if (last && next && (last.x !== next.x || last.y !== next.y)) {
                const at = (place: { readonly x: number; readonly y: number }): Keyframe => ({ transform: `translate(${place.x}px, ${place.y}px)` });
                item.animate([at(last), at(next)], { duration, easing: 'ease-out' });
            }
        }
    }
    return now;
}
