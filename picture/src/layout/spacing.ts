import type { Size } from './layout.js';
import type { Purpose } from './levels.js';

/** The distances of a picture, in pixels. */
export interface Spacing {
    /** Between neighboring branches. */
    readonly branch: number;
    /** Inside the area of a branch. */
    readonly pad: number;
    /** Between the sites of a column. */
    readonly cell: number;
    /** Left of a column, for the line to its sites. */
    readonly indent: number;
    /** Between a site and the branches below it. */
    readonly level: number;
    /** The height of the band at the top. */
    readonly band: number;
    /** The height of the head of a branch. */
    readonly head: number;
}

const usual: Spacing = { branch: 12, pad: 7, cell: 6, indent: 9, level: 20, band: 52, head: 74 };
const narrow: Spacing = { branch: 7, pad: 4, cell: 5, indent: 9, level: 16, band: 40, head: 62 };
const dense: Spacing = { branch: 6, pad: 3, cell: 3, indent: 7, level: 14, band: 36, head: 60 };

/** Panes narrower than this have smaller distances. */
const narrowWidth = 900;

/** The distances to try for a pane, the most generous first. */
export function spacingsFor({ width }: Size, purpose: Purpose): readonly Spacing[] {
    const first = width < narrowWidth ? narrow : usual;
    return [purpose === 'time' ? { ...first, band: 40, head: 62 } : first, dense];
}
