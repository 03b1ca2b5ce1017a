import type { Extent } from './bands.js';
import type { Direction } from './layout.js';
import type { Measures } from './measures.js';

/** Sites without children, arranged in columns. Offsets are pixels from the upper left corner of the block. */
export interface LeafBlock {
    readonly across: number;
    readonly along: number;
    readonly cells: readonly Cell[];
    /** The offset of the line left of each column. */
    readonly lines: readonly number[];
}

export interface Cell {
    readonly site: number;
    readonly column: number;
    readonly x: number;
    readonly y: number;
}

/** Arranges sites column by column. A block has about eight times as many rows as columns. */
export function blockOf(run: readonly number[], extents: readonly Extent[], direction: Direction, { cell, indent }: Measures): LeafBlock {
    const columns = Math.ceil(Math.sqrt(run.length / 8));
    const rows = Math.ceil(run.length / columns);
    const isDown = direction === 'down';
    // In direction `right`, the lines come from the left along the upper edge.
    const top = isDown ? 0 : indent;
    const cells: Cell[] = [];
    const lines: number[] = [];
    let x = 0;
    let bottom = 0;
    for (let column = 0; column * rows < run.length; column++) {
        lines.push(x + indent / 3);
        let y = top;
        let width = 0;
        for (const site of run.slice(column * rows, (column + 1) * rows)) {
            const { across, along } = extents[site]!;
            cells.push({ site, column, x: x + indent, y });
            y += (isDown ? along : across) + cell;
            width = Math.max(width, isDown ? across : along);
        }
        bottom = Math.max(bottom, y - cell);
        x += indent + width;
    }
    return isDown ? { across: x, along: bottom, cells, lines } : { across: bottom, along: x, cells, lines };
}
