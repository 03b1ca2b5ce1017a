import { memoize } from '@sup/model';
import type { Layout, PlacedLine, Rectangle } from './layout.js';
import { boundingBox } from './rectangles.js';

/** A layout of the same size with only the parts that are visible in an area. */
export function cropLayout(layout: Layout, area: Rectangle): Layout {
    const { trunks, lines, feeds } = extentsOf(layout);
    const isVisible = (extent: Rectangle): boolean => intersects(extent, area);
    return {
        ...layout,
        boxes: layout.boxes.filter(isVisible),
        panels: layout.panels.filter(isVisible),
        trunks: layout.trunks.filter((_, i) => isVisible(trunks[i]!)),
        lines: layout.lines.filter((_, i) => isVisible(lines[i]!)),
        feeds: layout.feeds.filter((_, i) => isVisible(feeds[i]!))
    };
}

function intersects(a: Rectangle, b: Rectangle): boolean {
    return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

interface Extents {
    readonly trunks: readonly Rectangle[];
    readonly lines: readonly Rectangle[];
    readonly feeds: readonly Rectangle[];
}

// Memoized, because the page crops the layout on every move of the camera.
const extentsOf = memoize(({ trunks, lines, feeds }: Layout): Extents => {
    const ofLines = (all: readonly PlacedLine[]): readonly Rectangle[] => all.map(({ path }) => extentOf(path));
    return { trunks: trunks.map(extentOf), lines: ofLines(lines), feeds: ofLines(feeds) };
});

/** The bounding box of an SVG path with absolute commands, as layouts have them. For curves, it contains the control points. */
function extentOf(path: string): Rectangle {
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
    return boundingBox(points) ?? { x: 0, y: 0, width: 0, height: 0 };
}
