import type { SceneSite } from '../scene/scene.js';
import { rowsOf } from './box-rows.js';
import type { Detail, Hidden, Size } from './layout.js';

/** The distances of a picture, in pixels. */
export interface Measures {
    /** Between neighboring branches. */
    readonly branch: number;
    /** Between separate trees. */
    readonly tree: number;
    /** Between the sites of a column. */
    readonly cell: number;
    /** Left of a column, for the line to its sites. */
    readonly indent: number;
    /** Between a site and its children. */
    readonly level: number;
    readonly microsoftUpdate: Size;
}

export const measures: Readonly<Record<Detail, Measures>> = {
    full: { branch: 28, tree: 72, cell: 14, indent: 39, level: 64, microsoftUpdate: { width: 190, height: 40 } },
    code: { branch: 16, tree: 40, cell: 8, indent: 30, level: 40, microsoftUpdate: { width: 150, height: 34 } },
    dot: { branch: 6, tree: 24, cell: 4, indent: 12, level: 22, microsoftUpdate: { width: 110, height: 24 } }
};

/** The width of every box with all details. With boxes of equal width, siblings stay in place when one of them changes. */
const fullWidth = 232;

export function boxSize(site: SceneSite, detail: Detail, hidden: Hidden | undefined): Size {
    switch (detail) {
        case 'full': return { width: fullWidth, height: rowsOf(site, hidden).height };
        case 'code': return { width: 96, height: hidden ? 50 : 32 };
        case 'dot': return { width: 16, height: 16 };
    }
}

/**
 * The most detail that is readable at a scale of a picture with all details: below 0.55 its small type is smaller than 6 pixels, below 0.16
 * its site codes are.
 */
export function detailAt(scale: number): Detail {
    return scale >= 0.55 ? 'full' : scale >= 0.16 ? 'code' : 'dot';
}
