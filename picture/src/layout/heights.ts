import type { Heights } from './arrangement.js';
import { columnsOf, rowsOf } from './box-rows.js';
import type { Spacing } from './spacing.js';
import type { Structure } from './structure.js';

/** Cells of one height. */
export function uniformHeights(uniform: number, { head, band }: Spacing): Heights {
    return { uniform, cell: () => uniform, head: () => head, band: () => band };
}

/** The heights of the full content of each site, in a picture of a width. */
export function fullHeights({ sites }: Structure, width: number): Heights {
    const known: number[] = [];
    const heightOf = (index: number): number => known[index] ??= rowsOf(sites[index]!.site, sites[index]!.hidden).height;
    return { uniform: undefined, cell: heightOf, head: heightOf, band: index => rowsOf(sites[index]!.site, sites[index]!.hidden, columnsOf({ role: 'band', width }) > 1).height };
}
