import type { Direction } from './layout.js';
import type { Measures } from './measures.js';
import { type Block, blockOf } from './blocks.js';
import type { ShownSite } from './shown-sites.js';

/** A box in the terms of the tree: `across` its levels, and `along` the way from the top. */
export interface Extent {
    readonly across: number;
    readonly along: number;
}

/** What stands beside each other below a site: a branch, or a block of sites that have nothing below them. */
export type Part = { readonly kind: 'branch'; readonly child: number; readonly across: number } | { readonly kind: 'block'; readonly block: Block; readonly across: number };

/** Whether all that is below a site is one column: then it hangs from the site's left edge, like the entries of a list. */
export function isColumn([part, ...others]: readonly Part[]): boolean {
    return part?.kind === 'block' && part.block.lines.length === 1 && others.length === 0;
}

/** The room that a site and everything below it has to itself. */
export interface Band {
    readonly across: number;
    readonly parts: readonly Part[];
    /** What the parts take together. */
    readonly partsAcross: number;
}

/** Sites without any below them, next to each other, from which on they hang in columns. */
const fewest: Readonly<Record<Direction, number>> = { down: 3, right: 25 };

/**
 * The bands of all sites. No two bands overlap, so a site that is added moves its own branch and what comes after it, and nothing else:
 * a packing as tight as possible would save some paper, and let branches slide below each other.
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

function partsOf(children: readonly number[], sites: readonly ShownSite[], direction: Direction, toBlock: (run: readonly number[]) => Block, acrossOf: (child: number) => number): readonly Part[] {
    const parts: Part[] = [];
    let run: number[] = [];
    const endRun = (): void => {
        if (run.length >= fewest[direction]) {
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
