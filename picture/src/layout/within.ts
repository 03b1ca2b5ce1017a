import { memoize } from '@sup/model';
import type { Layout, PlacedLine, Rectangle } from './layout.js';
import { around } from './rectangles.js';

/** What of a layout can be seen in a part of the page: a layout of the same size with the rest left out. */
export function within(layout: Layout, area: Rectangle): Layout {
    const { trunks, lines, feeds } = extentsOf(layout);
    const isSeen = (extent: Rectangle): boolean => meet(extent, area);
    return {
        ...layout,
        boxes: layout.boxes.filter(isSeen),
        trunks: layout.trunks.filter((_, i) => isSeen(trunks[i]!)),
        lines: layout.lines.filter((_, i) => isSeen(lines[i]!)),
        feeds: layout.feeds.filter((_, i) => isSeen(feeds[i]!))
    };
}

function meet(a: Rectangle, b: Rectangle): boolean {
    return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

interface Extents {
    readonly trunks: readonly Rectangle[];
    readonly lines: readonly Rectangle[];
    readonly feeds: readonly Rectangle[];
}

// Whoever looks around in a picture asks again and again.
const extentsOf = memoize(({ trunks, lines, feeds }: Layout): Extents => {
    const ofLines = (all: readonly PlacedLine[]): readonly Rectangle[] => all.map(({ path }) => extentOf(path));
    return { trunks: trunks.map(extentOf), lines: ofLines(lines), feeds: ofLines(feeds) };
});

/** A rectangle around a path of absolute commands, such as layouts have. Of a curve, that around its control points. */
export function extentOf(path: string): Rectangle {
    const points: Rectangle[] = [];
    let [x, y] = [0, 0];
    for (const [, command, text] of path.matchAll(/([MLHVC])([^MLHVC]*)/g)) {
        const numbers = text!.trim().split(/[ ,]+/).map(Number);
        const pairs = command === 'H' ? [[numbers[0]!, y]] : command === 'V' ? [[x, numbers[0]!]] : numbers.flatMap((number, i) => i % 2 === 0 ? [[number, numbers[i + 1]!]] : []);
        for (const [px, py] of pairs) {
            [x, y] = [px!, py!];
            points.push({ x, y, width: 0, height: 0 });
        }
    }
    return around(points) ?? { x: 0, y: 0, width: 0, height: 0 };
}
