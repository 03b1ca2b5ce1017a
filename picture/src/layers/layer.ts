import type { ProblemSeverity } from '../scene/scene.js';

/** The kinds of figures that a picture can add to the structure of a plan, one at a time. `outages`: the effect of failures on clients. */
export const layerNames = ['problems', 'ssl', 'versions', 'capacity', 'outages'] as const;
export type LayerName = typeof layerNames[number];

/** The labels of layers in menus. */
export const layerLabels: Readonly<Record<LayerName, string>> = { problems: 'Problems', ssl: 'SSL', versions: 'Versions', capacity: 'Capacity', outages: 'If It Stops' };

/** A step of a scale, from nothing to the most. */
export type Heat = 0 | 1 | 2 | 3 | 4;

/** `ssl`, `http` and `unknown` are the protocol to a software update point. `differs`: from most sites. `full`: more clients than supported. */
export type FigureSign = ProblemSeverity | 'ssl' | 'http' | 'unknown' | 'differs' | 'full';

/** The figure of a site in a layer. */
export interface SiteFigure {
    /** The figure itself, aligned to the right: `1,954 h`. Empty if the layer has nothing to say. */
    readonly value: string;
    readonly sign?: FigureSign | undefined;
    /** The subject of the figure: `its link is cut`. */
    readonly note: string;
    /** A shorter note for narrow boxes. Without one, the note is truncated there, so a note that ends with numbers needs one. */
    readonly shortNote?: string;
    readonly heat?: Heat | undefined;
    /** The share of a bar that is filled, from 0 to 1. */
    readonly share?: number | undefined;
    /** The sum of the branch, for the head of a branch. */
    readonly branch: string;
    /** For screen readers and tooltips; empty if there is nothing to add to the description of the site. */
    readonly sentence: string;
}

/** The meaning of a sign or of a step of the scale. */
export type LegendSign = { readonly text: string } & ({ readonly sign: FigureSign } | { readonly heat: Heat });

export interface Layer {
    readonly name: LayerName;
    /** The figures of all sites, by id. */
    readonly figures: ReadonlyMap<string, SiteFigure>;
    /** The quantity: `Client-hours without a scan`. */
    readonly caption: string;
    /** The signs and steps that the picture contains. */
    readonly legend: readonly LegendSign[];
}
