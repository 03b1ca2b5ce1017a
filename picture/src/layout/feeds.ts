import { round } from './arrangement.js';
import type { PlacedLine, Rectangle } from './layout.js';
import { microsoftUpdate, type Scene } from '../scene/scene.js';

/** The lines of updates that come from a site other than the parent. Updates from Microsoft Update are stated in words. */
export function feedLines({ feeds }: Scene, boxOf: (site: string) => Rectangle | undefined): readonly PlacedLine[] {
    return feeds.flatMap(({ from, to }) => {
        const [source, target] = [from === microsoftUpdate ? undefined : boxOf(from), boxOf(to)];
        return source && target ? [{ from, to, path: curve(source, target) }] : [];
    });
}

/** A curve that leaves and enters at the right side, so that it does not look like a line of the tree. */
function curve(a: Rectangle, b: Rectangle): string {
    const [ax, ay, bx, by] = [a.x + a.width, a.y + a.height / 3, b.x + b.width, b.y + b.height / 3];
    const out = Math.max(ax, bx) + 10;
    return `M${round(ax)} ${round(ay)}C${round(out)} ${round(ay)} ${round(out)} ${round(by)} ${round(bx)} ${round(by)}`;
}
