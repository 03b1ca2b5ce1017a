import type { PlacedLine, PlacedPanel, Rectangle } from './layout.js';
import type { Corner } from './rectangles.js';

/** The heights of the sites by their index: one for all cells, or that of each site's full content. */
export interface Heights {
    /** The height of every cell, if all have the same. */
    readonly uniform: number | undefined;
    cell(index: number): number;
    head(index: number): number;
    band(index: number): number;
}

/** Everything that an arrangement places, by the index of the site where it is about one. */
export interface Placed {
    readonly boxes: Rectangle[];
    readonly panels: PlacedPanel[];
    readonly trunks: string[];
    readonly lines: PlacedLine[];
    apart: Rectangle | undefined;
}

/** A way to arrange a structure. Its sizes follow from those of the cells. */
export interface Arrangement {
    /** The number of rows of branches. */
    readonly bands: number;
    /** The widest cells with which everything fits into a width. */
    cellWidth(width: number): number;
    /** The width of the narrowest head of a branch. */
    narrowestHead(cellWidth: number): number;
    width(cellWidth: number): number;
    height(cellWidth: number, heights: Heights): number;
    /** Places everything below and to the right of a corner. */
    place(cellWidth: number, heights: Heights, at: Corner): Placed;
}

/** Space around the sites that are not part of the tree, inside their frame, and above them for its caption. */
export const apartPad = 10;
export const apartCaption = 26;

/** Between separate sections of the picture. */
export const sectionGap = 20;

/** Consecutive parts of a list that have at most `size` items. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
    return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

export function sum<T>(list: readonly T[], valueOf: (item: T) => number): number {
    return list.reduce((total, item) => total + valueOf(item), 0);
}

/** Rounds to half a pixel. More is not visible, and would make every picture larger. */
export const round = (value: number): number => Math.round(value * 2) / 2;
