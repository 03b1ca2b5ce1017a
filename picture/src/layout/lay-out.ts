import { memoize } from '@sup/model';
import type { Scene } from '../scene/scene.js';
import type { Heights } from './arrangement.js';
import { feedLines } from './feeds.js';
import { type Fit, fitTo } from './fit.js';
import { fullHeights, uniformHeights } from './heights.js';
import type { BoxRole, Direction, Layout, PlacedBox, Rectangle, Size } from './layout.js';
import { fullWidth, type Level, levelIn, maxWidth, type Purpose } from './levels.js';
import { boundingBox } from './rectangles.js';
import { type ShownSite, shownSites } from './shown-sites.js';
import { type Structure, structureOf } from './structure.js';

export interface LayoutOptions {
    readonly direction: Direction;
    /** The space that the picture should fit into. A picture that cannot show the codes of all sites there is taller. */
    readonly pane: Size;
    /** By default, that of the scene: the plan, or a comparison. */
    readonly purpose?: Purpose | undefined;
    /** How many times larger the sites should be than in a picture that fits. They grow up to the width where they show everything. */
    readonly zoom?: number;
    /** The ids of the sites whose branches are not shown. */
    readonly collapsed?: ReadonlySet<string>;
}

/** White space around the picture. */
export const margin = 12;

const noSites: ReadonlySet<string> = new Set();

/** Computes the layout of a scene. It is deterministic, and keeps the order of sites and branches. */
export function layOut(scene: Scene, { direction, pane, purpose = scene.isComparison ? 'comparison' : 'plan', zoom = 1, collapsed = noSites }: LayoutOptions): Layout {
    const fitting = fittingOf(structuresOf(scene)(collapsed));
    const { structure } = fitting;
    const fit = fitting.fitTo(pane, direction, purpose);
    const growth = Math.min(Math.max(zoom, 1), Math.max(maxWidth / fit.cell.width, 1));
    const { level, width, heights } = grown(fit, structure, growth, purpose);
    const { boxes: rectangles, ...placed } = fit.arrangement.place(width, heights, { x: margin, y: margin });
    const boxes = rectangles.map((rectangle, index) => placedBox(structure, structure.sites[index]!, rectangle, level));
    const byId = new Map(boxes.map(box => [box.site, box]));
    const all = boundingBox([...boxes, ...placed.panels, ...placed.apart ? [placed.apart] : []]) ?? { x: margin, y: margin, width: 0, height: 0 };
    return {
        direction, level, growth, boxes, ...placed, feeds: feedLines(scene, id => byId.get(id)),
        width: all.x + all.width + margin, height: all.y + all.height + margin
    };
}

// Memoized by scene and by set of collapsed sites, because zooming lays out the same sites many times.
const structuresOf = memoize((scene: Scene) => memoize((collapsed: ReadonlySet<string>): Structure => structureOf(shownSites(scene, collapsed))));
const fittingOf = memoize((structure: Structure) => new Fitting(structure));

/** The last fit of a structure. */
class Fitting {
    private last: { readonly key: string; readonly fit: Fit } | undefined;

    constructor(readonly structure: Structure) {}

    fitTo({ width, height }: Size, direction: Direction, purpose: Purpose): Fit {
        const key = [width, height, direction, purpose].join(' ');
        if (this.last?.key !== key) {
            this.last = { key, fit: fitTo(this.structure, { width: Math.max(width - 2 * margin, 1), height: Math.max(height - 2 * margin, 1) }, direction, purpose) };
        }
        return this.last.fit;
    }
}

/** The cells of a fit, grown by a factor. Larger cells show more, and their type keeps its size. */
function grown({ arrangement, cell, level, heights, spacing }: Fit, structure: Structure, growth: number, purpose: Purpose): { readonly level: Level; readonly width: number; readonly heights: Heights } {
    const width = cell.width * growth;
    if (growth === 1) {
        return { level, width, heights };
    }
    if (width >= fullWidth) {
        return { level: 'full', width, heights: fullHeights(structure, arrangement.width(width)) };
    }
    const height = cell.height * growth;
    return { level: levelIn({ width, height }, purpose)?.level ?? level, width, heights: uniformHeights(height, spacing) };
}

function placedBox({ sections }: Structure, { site, index, position, siblings, hidden }: ShownSite, rectangle: Rectangle, level: Level): PlacedBox {
    const role: BoxRole = sections[0]?.top === index ? 'band' : site.children.length > 0 ? 'head' : 'cell';
    return { site: site.id, role, level, ...rectangle, position, siblings, hidden };
}
