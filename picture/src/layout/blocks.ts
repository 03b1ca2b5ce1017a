import type { Extent } from './bands.js';
import type { Direction } from './layout.js';
import type { Measures } from './measures.js';

/** Sites that hang in columns. Offsets are pixels from the corner of the block. */
export interface Block {
    readonly across: number;
    readonly along: number;
    readonly cells: readonly Cell[];
    /** Left of each column, how far from the block's left edge its line runs. */
    readonly lines: readonly number[];
}

export interface Cell {
    readonly site: number;
    readonly column: number;
    readonly x: number;
    readonly y: number;
}

/** Sites are listed from top to bottom, then in the next column; columns are about eight times as long as there are of them. */
export function blockOf(run: readonly number[], extents: readonly Extent[], direction: Direction, { cell, indent }: Measures): Block {
    const columns = Math.ceil(Math.sqrt(run.length / 8));
    const rows = Math.ceil(run.length / columns);
    const isDown = direction === 'down';
    // To the right, the lines come from the left along the upper edge.
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
