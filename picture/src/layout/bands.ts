import type { Direction } from './layout.js';
import type { Measures } from './measures.js';
import { blockOf, type LeafBlock } from './leaf-blocks.js';
import type { ShownSite } from './shown-sites.js';

/** The size of a box relative to the tree: `across` is the extent within a level, `along` the extent from level to level. */
export interface Extent {
    readonly across: number;
    readonly along: number;
}

/** A part of the row below a site: the branch of one child, or a block of child sites without children. */
export type BandPart = { readonly kind: 'branch'; readonly child: number; readonly across: number } | { readonly kind: 'block'; readonly block: LeafBlock; readonly across: number };

/** Whether everything below a site is a single column, which is then aligned with the site's left edge, like a list. */
export function isColumn([part, ...others]: readonly BandPart[]): boolean {
    return part?.kind === 'block' && part.block.lines.length === 1 && others.length === 0;
}

/** The space reserved for a site and everything below it. */
export interface Band {
    readonly across: number;
    readonly parts: readonly BandPart[];
    /** The extent of all parts together. */
    readonly partsAcross: number;
}

/** From this number on, consecutive sites without children are arranged in columns. */
const minColumnSites: Readonly<Record<Direction, number>> = { down: 3, right: 25 };

/**
 * The bands of all sites. Bands never overlap, so an added site moves only its own branch and those after it. A tighter packing would save
 * space, but branches would slide below each other.
 */
export function bandsOf(sites: readonly ShownSite[], extents: readonly Extent[], direction: Direction, measures: Measures): readonly Band[] {
    const bands: Band[] = [];
    for (const { index, children } of [...sites].reverse()) {
        const parts = partsOf(children, sites, direction, run => blockOf(run, extents, direction, measures), child => bands[child]!.across);
        const partsAcross = parts.reduce((sum, part) => sum + part.across, 0) + Math.max(parts.length - 1, 0) * measures.branch;
        bands[index] = { parts, partsAcross, across: Math.max(extents[index]!.across, partsAcross) };
    }
    return bands;
}

function partsOf(children: readonly number[], sites: readonly ShownSite[], direction: Direction, toBlock: (run: readonly number[]) => LeafBlock, acrossOf: (child: number) => number): readonly BandPart[] {
    const parts: BandPart[] = [];
    let run: number[] = [];
    const endRun = (): void => {
        if (run.length >= minColumnSites[direction]) {
            const block = toBlock(run);
            parts.push({ kind: 'block', block, across: block.across });
        } else {
            run.forEach(child => parts.push({ kind: 'branch', child, across: acrossOf(child) }));
        }
        run = [];
    };
    for (const child of children) {
        if (sites[child]!.children.length === 0) {
            run.push(child);
        } else {
            endRun();
            parts.push({ kind: 'branch', child, across: acrossOf(child) });
        }
    }
    endRun();
    return parts;
}
