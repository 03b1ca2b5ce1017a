import type { Scene } from '../scene/scene.js';
import { feedLines, placeMicrosoftUpdate } from './feeds.js';
import type { Detail, Direction, Layout, Rectangle } from './layout.js';
import { linesOf } from './lines.js';
import { boxSize, measures } from './measures.js';
import { boundingBox, translated } from './rectangles.js';
import { type ShownSite, shownSites } from './shown-sites.js';
import { type PlacedTrees, placeTrees } from './tree.js';

export interface LayoutOptions {
    readonly direction: Direction;
    readonly detail: Detail;
    /** The ids of the sites whose branches are not shown. */
    readonly collapsed?: ReadonlySet<string>;
}

/** White space around the picture, and inside the frame around the sites that are not part of the tree. */
const margin = 28;
/** Space above these sites for the caption of the frame. */
const caption = 30;

/** Computes the layout of a scene. It is deterministic, and a change of one site moves few others. */
export function layOut(scene: Scene, { direction, detail, collapsed = new Set() }: LayoutOptions): Layout {
    const distances = measures[detail];
    const sites = shownSites(scene, collapsed);
    const firstApart = sites.find(({ site }) => site.parent === undefined && site.apart !== undefined);
    const trees = placeTrees(sites, sites.map(({ site, hidden }) => boxSize(site, detail, hidden)), {
        direction, measures: distances,
        before: top => top === firstApart && top.index > 0 ? caption + margin : 0
    });
    const boxOf = boxesById(sites, trees.boxes);
    const update = placeMicrosoftUpdate(scene, boxOf, direction, distances.microsoftUpdate, distances.level);
    const frame = firstApart && frameAround(extentsFrom(trees, firstApart.index));
    const all = boundingBox([...extentsFrom(trees, 0), ...[update, frame].filter(each => each !== undefined)]) ?? { x: 0, y: 0, width: 0, height: 0 };

    const by = { x: margin - all.x, y: margin - all.y };
    const placed = { ...trees, boxes: trees.boxes.map(box => translated(box, by)), corners: trees.corners.map(corners => corners.map(corner => translated(corner, by))) };
    const microsoftUpdate = update && translated(update, by);
    return {
        direction, detail,
        width: all.width + 2 * margin, height: all.height + 2 * margin,
        boxes: sites.map(({ site, index, position, siblings, hidden }) => ({ site: site.id, ...placed.boxes[index]!, position, siblings, hidden })),
        ...linesOf(sites, placed, direction, distances),
        feeds: feedLines(scene, boxesById(sites, placed.boxes), microsoftUpdate, direction),
        microsoftUpdate,
        apart: frame && translated(frame, by)
    };
}

function boxesById(sites: readonly ShownSite[], boxes: readonly Rectangle[]): (id: string) => Rectangle | undefined {
    const byId = new Map(sites.map(({ site, index }) => [site.id, boxes[index]!]));
    return id => byId.get(id);
}

/** The boxes of a site and all after it, and the corners of columns, because their lines are left of the boxes. */
function extentsFrom({ boxes, corners }: PlacedTrees, index: number): readonly Rectangle[] {
    return [...boxes.slice(index), ...corners.slice(index).flat().map(corner => ({ ...corner, width: 0, height: 0 }))];
}

function frameAround(boxes: readonly Rectangle[]): Rectangle {
    const { x, y, width, height } = boundingBox(boxes)!;
    return { x: x - margin, y: y - margin - caption, width: width + 2 * margin, height: height + 2 * margin + caption };
}
