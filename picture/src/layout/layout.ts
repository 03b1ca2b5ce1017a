import type { Level } from './levels.js';

/** The positions of everything in a scene, as plain data. In pixels from the upper left corner. */
export interface Layout {
    readonly direction: Direction;
    /** How much of the sites without children is drawn. */
    readonly level: Level;
    /** How many times larger the sites are than in the layout that fits the pane. */
    readonly growth: number;
    readonly width: number;
    readonly height: number;
    /** Parents before their children, without the sites that a collapsed site hides. */
    readonly boxes: readonly PlacedBox[];
    /** The areas of the branches. */
    readonly panels: readonly PlacedPanel[];
    /** The shared part of the lines from children to their parent, as SVG paths. */
    readonly trunks: readonly string[];
    /** The last part of the line to each child, which shows its link and its synchronization. */
    readonly lines: readonly PlacedLine[];
    readonly feeds: readonly PlacedLine[];
    /** The frame around the sites that are not part of the tree. */
    readonly apart: Rectangle | undefined;
}

/** The position of child sites: below their parent, or to its right. */
export type Direction = 'down' | 'right';

export interface Size {
    readonly width: number;
    readonly height: number;
}

export interface Rectangle extends Size {
    readonly x: number;
    readonly y: number;
}

/** `band`: the top of the tree, over the whole width. `head`: the top of a branch. `cell`: a site without children. */
export type BoxRole = 'band' | 'head' | 'cell';

export interface PlacedBox extends Rectangle {
    /** The id of the site. */
    readonly site: string;
    readonly role: BoxRole;
    /** How much of the site is drawn. */
    readonly level: Level;
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

/** The area of a branch: its top and everything below it. */
export interface PlacedPanel extends Rectangle {
    /** The id of the site at its top. */
    readonly site: string;
}

/** A line from one site to another, as an SVG path. */
export interface PlacedLine {
    readonly from: string;
    readonly to: string;
    readonly path: string;
}
