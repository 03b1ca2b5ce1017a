import type { Direction, PlacedLine, Rectangle, Size } from './layout.js';
import { microsoftUpdate, type Scene } from '../scene/scene.js';
import { round } from './lines.js';

/** Places Microsoft Update next to the first site that synchronizes from it, one level above the top. */
export function placeMicrosoftUpdate({ feeds }: Scene, boxOf: (site: string) => Rectangle | undefined, direction: Direction, size: Size, gap: number): Rectangle | undefined {
    const fed = feeds.flatMap(({ from, to }) => from === microsoftUpdate ? boxOf(to) ?? [] : []).at(0);
    if (!fed) {
        return undefined;
    }
    return direction === 'down'
        ? { ...size, x: fed.x + fed.width / 2 - size.width / 2, y: -gap - size.height }
        : { ...size, x: -gap - size.width, y: fed.y + fed.height / 2 - size.height / 2 };
}

/** The lines of updates that do not come from the parent: from Microsoft Update, or from another site. */
export function feedLines({ feeds }: Scene, boxOf: (site: string) => Rectangle | undefined, microsoftUpdateBox: Rectangle | undefined, direction: Direction): readonly PlacedLine[] {
    return feeds.flatMap(({ from, to }) => {
        const source = from === microsoftUpdate ? microsoftUpdateBox : boxOf(from);
        const target = boxOf(to);
        return source && target ? [{ from, to, path: curve(source, target, direction, from === microsoftUpdate) }] : [];
    });
}

/** A curve from the end of one box to the beginning of the other. Between sites it leaves at the side, so that it does not look like a line of the tree. */
function curve(a: Rectangle, b: Rectangle, direction: Direction, isFromOutside: boolean): string {
    const isDown = direction === 'down';
    if (!isFromOutside) {
        const [ax, ay, bx, by] = [a.x + a.width, a.y + a.height / 3, b.x + b.width, b.y + b.height / 3];
        const out = Math.max(ax, bx) + 24;
        return `M${round(ax)} ${round(ay)}C${round(out)} ${round(ay)} ${round(out)} ${round(by)} ${round(bx)} ${round(by)}`;
    }
    const [ax, ay] = isDown ? [a.x + a.width / 2, a.y + a.height] : [a.x + a.width, a.y + a.height / 2];
    const [bx, by] = isDown ? [b.x + b.width / 2, b.y] : [b.x, b.y + b.height / 2];
    if (Math.abs(isDown ? ax - bx : ay - by) < 1) {
        return `M${round(ax)} ${round(ay)}L${round(bx)} ${round(by)}`;
    }
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
    const [c1, c2] = isDown ? [[ax, my], [bx, my]] as const : [[mx, ay], [mx, by]] as const;
    return `M${round(ax)} ${round(ay)}C${c1.map(round).join(' ')} ${c2.map(round).join(' ')} ${round(bx)} ${round(by)}`;
}
