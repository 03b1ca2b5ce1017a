/** The positions of everything in a scene, as plain data. In pixels from the upper left corner. */
export interface Layout {
    readonly direction: Direction;
    readonly detail: Detail;
    readonly width: number;
    readonly height: number;
    /** In the order of the scene, without the sites that a collapsed site hides. */
    readonly boxes: readonly PlacedBox[];
    /** The shared part of the lines from children to their parent: one SVG path for each parent. */
    readonly trunks: readonly string[];
    /** The last part of the line to each child, which shows its link and its synchronization. */
    readonly lines: readonly PlacedLine[];
    readonly feeds: readonly PlacedLine[];
    readonly microsoftUpdate: Rectangle | undefined;
    /** The frame around the sites that are not part of the tree. */
    readonly apart: Rectangle | undefined;
}

/** The position of child sites: below their parent, or to its right. */
export type Direction = 'down' | 'right';

/** How much of a site is drawn: everything in the scene, its code, or a mark. */
export type Detail = 'full' | 'code' | 'dot';

export interface Size {
    readonly width: number;
    readonly height: number;
}

export interface Rectangle extends Size {
    readonly x: number;
    readonly y: number;
}

export interface PlacedBox extends Rectangle {
    /** The id of the site. */
    readonly site: string;
    /** The position of the site among its siblings, from 1. */
    readonly position: number;
    readonly siblings: number;
    /** The number of sites and problems that the site hides, if it is collapsed. */
    readonly hidden: Hidden | undefined;
}

export interface Hidden {
    readonly sites: number;
    /** The number of problems of the hidden sites. */
    readonly problems: number;
}

/** A line from one site, or Microsoft Update, to another, as an SVG path. */
export interface PlacedLine {
    readonly from: string;
    readonly to: string;
    readonly path: string;
}
