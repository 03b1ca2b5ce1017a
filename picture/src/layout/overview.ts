import type { Scene } from '../scene/scene.js';
import { layOut } from './lay-out.js';
import type { Direction, Layout, Size } from './layout.js';

/** The number of levels that are shown at first. Deeper branches are collapsed, because nested areas leave no room for their sites. */
const maxLevels = 4;

/**
 * Finds the sites to collapse so that a picture shows at most `max` sites. Whole levels are shown from the top down, as long as they fit;
 * the top level is always shown.
 */
export function collapseToFit(scene: Scene, max: number): ReadonlySet<string> {
    const sites = new Map(scene.sites.map(site => [site.id, site]));
    let shown = scene.tops.length;
    let level = scene.tops;
    for (let depth = 1; ; depth++) {
        const next = level.flatMap(id => sites.get(id)!.children);
        shown += next.length;
        if (next.length === 0 || shown > max || depth === maxLevels) {
            return new Set(level.filter(id => sites.get(id)!.children.length > 0));
        }
        level = next;
    }
}

/** How much a picture in a file shows: what fits on one page, or everything about each site. */
export const extents = ['page', 'everything'] as const;
export type Extent = typeof extents[number];

/** The page of a picture in a file, in pixels. */
const page: Size = { width: 1_600, height: 1_000 };

/** The numbers of sites in such pictures. */
const maxSites: Readonly<Record<Extent, number>> = { page: 600, everything: 150 };

/** Lays out a picture for a file. */
export function layOutPage(scene: Scene, direction: Direction, extent: Extent, pane = page): Layout {
    return layOut(scene, { direction, pane, collapsed: collapseToFit(scene, maxSites[extent]), zoom: extent === 'everything' ? Infinity : 1 });
}

/** Lays out a picture of a width in which every site shows everything, as low as possible. */
export function layOutInFull(scene: Scene, width: number): Layout {
    const fitted = fullHeights.map(height => layOut(scene, { direction: 'down', pane: { width, height } })).find(({ level }) => level === 'full');
    return fitted ?? layOut(scene, { direction: 'down', pane: { width, height: page.height }, zoom: Infinity });
}

/** The heights to try for a picture with everything, in pixels. */
const fullHeights = [400, 600, 800, 1_200, 1_800, 2_700, 4_000] as const;
