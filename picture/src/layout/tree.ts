import { type Band, bandsOf, type Extent, isColumn } from './bands.js';
import type { Direction, Rectangle, Size } from './layout.js';
import type { Measures } from './measures.js';
import type { ShownSite } from './shown-sites.js';

export interface PlacedTrees {
    /** In the order of the sites. */
    readonly boxes: readonly Rectangle[];
    readonly bands: readonly Band[];
    /** The upper left corner of each part of each band. */
    readonly corners: readonly (readonly Corner[])[];
    /** The distance of each level from the top. */
    readonly levels: readonly number[];
}

/** An upper left corner. */
export interface Corner {
    readonly x: number;
    readonly y: number;
}

export interface TreeOptions {
    readonly direction: Direction;
    readonly measures: Measures;
    /** Additional space before a tree. */
    readonly before: (top: ShownSite) => number;
}

/** Places trees next to each other, with every site centered over its children and the sites of one level aligned. */
export function placeTrees(sites: readonly ShownSite[], sizes: readonly Size[], { direction, measures, before }: TreeOptions): PlacedTrees {
    const isDown = direction === 'down';
    const extents = sizes.map(({ width, height }): Extent => isDown ? { across: width, along: height } : { across: height, along: width });
    const bands = bandsOf(sites, extents, direction, measures);
    const levels = levelsOf(sites, extents, bands, measures);
    const at = (across: number, along: number): Corner => isDown ? { x: across, y: along } : { x: along, y: across };
    const starts: number[] = [];
    const boxes: Rectangle[] = [];
    const corners: Corner[][] = sites.map(() => []);
    let next = 0;

    for (const shown of sites) {
        const { site, index } = shown;
        const { parts, partsAcross, across } = bands[index]!;
        if (site.parent === undefined) {
            starts[index] = next + before(shown);
            next = starts[index] + across + measures.tree;
        }
        const start = starts[index];
        if (start === undefined) {
            continue; // already placed with its block
        }
        const middles = placeParts(index, start + (across - partsAcross) / 2, levels[site.level]!);
        const own = extents[index]!.across;
        const middle = parts.length === 0 ? start + across / 2 : (middles[0]! + middles.at(-1)!) / 2;
        const from = isDown && isColumn(parts) ? start : Math.min(Math.max(middle - own / 2, start), start + across - own);
        boxes[index] = { ...sizes[index]!, ...at(from, levels[site.level - 1]!) };
    }
    return { boxes, bands, corners, levels };

    /** Places the parts below a site and returns the middle of each. */
    function placeParts(index: number, start: number, along: number): readonly number[] {
        let from = start;
        return bands[index]!.parts.map(part => {
            const corner = at(from, along);
            corners[index]!.push(corner);
            if (part.kind === 'branch') {
                starts[part.child] = from;
            } else {
                part.block.cells.forEach(({ site, x, y }) => { boxes[site] = { ...sizes[site]!, x: corner.x + x, y: corner.y + y }; });
            }
            const middle = from + part.across / 2;
            from += part.across + measures.branch;
            return middle;
        });
    }
}

/** The start of each level: after the longest box of the level before. Blocks may be longer, because there is nothing below them. */
function levelsOf(sites: readonly ShownSite[], extents: readonly Extent[], bands: readonly Band[], { level: gap }: Measures): readonly number[] {
    const inBlocks = new Set(bands.flatMap(({ parts }) => parts.flatMap(part => part.kind === 'block' ? part.block.cells.map(cell => cell.site) : [])));
    const longest: number[] = [];
    for (const { site, index } of sites) {
        longest[site.level - 1] = Math.max(longest[site.level - 1] ?? 0, inBlocks.has(index) ? 0 : extents[index]!.along);
    }
    const levels = [0];
    longest.forEach((length, i) => levels.push(levels[i]! + length + gap));
    return levels;
}
