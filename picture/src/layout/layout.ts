/** Where everything of a scene stands: plain data, in pixels from the upper left corner. */
export interface Layout {
    readonly direction: Direction;
    readonly detail: Detail;
    readonly width: number;
    readonly height: number;
    /** In the order of the scene; what a collapsed site hides is left out. */
    readonly boxes: readonly PlacedBox[];
    /** What children have in common of the way to their parent, one path for each parent. */
    readonly trunks: readonly string[];
    /** The last part of the way to each child: what the link and the synchronization of that child look like. */
    readonly lines: readonly PlacedLine[];
    readonly feeds: readonly PlacedLine[];
    readonly microsoftUpdate: Rectangle | undefined;
    /** Around the sites that are in no tree as they should be. */
    readonly apart: Rectangle | undefined;
}

/** Where the sites below a site stand: under it, or to the right of it. */
export type Direction = 'down' | 'right';

/** How much of a site is drawn: all that the scene says, its code, or a mark. */
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
    /** The site, by id. */
    readonly site: string;
    /** Its place among its siblings, from 1, and how many they are. */
    readonly position: number;
    readonly siblings: number;
    /** The sites below a collapsed one. */
    readonly hidden: Hidden | undefined;
}

export interface Hidden {
    readonly sites: number;
    /** What is wrong with them, in all. */
    readonly problems: number;
}

/** A line from one site, or Microsoft Update, to another. Its path is one of SVG. */
export interface PlacedLine {
    readonly from: string;
    readonly to: string;
    readonly path: string;
}
