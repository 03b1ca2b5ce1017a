import type { Figure } from '../comparison.js';

/** How a figure is formatted and judged. */
export interface FigureFormat {
    readonly text: (value: number) => string;
    /** Whether the lower value is better; undefined where neither is. */
    readonly isLessBetter: boolean | undefined;
}

/** Compares a figure of two versions: one result where the formatted values differ, none otherwise. `undefined` means that a version does not have the figure. */
export function compareFigure(what: string, before: number | undefined, after: number | undefined, { text, isLessBetter }: FigureFormat): readonly Figure[] {
    const [from, to] = [before, after].map(value => value === undefined ? '–' : text(value)) as [string, string];
    const isBetter = isLessBetter === undefined || before === undefined || after === undefined ? undefined : after < before === isLessBetter;
    return from === to ? [] : [{ what, before: from, after: to, isBetter }];
}
