import type { Figure } from '../comparison.js';

/** How a figure is told. */
export interface Telling {
    readonly text: (value: number) => string;
    /** Whether less of it is better; undefined where neither is. */
    readonly isLessBetter: boolean | undefined;
}

/** A figure of both versions, where it is told differently; undefined stands for none. */
export function figure(what: string, before: number | undefined, after: number | undefined, { text, isLessBetter }: Telling): readonly Figure[] {
    const [from, to] = [before, after].map(value => value === undefined ? '–' : text(value)) as [string, string];
    const isBetter = isLessBetter === undefined || before === undefined || after === undefined ? undefined : after < before === isLessBetter;
    return from === to ? [] : [{ what, before: from, after: to, isBetter }];
}
