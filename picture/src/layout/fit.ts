import { ArrangementDown } from './arrange-down.js';
import { ArrangementRight } from './arrange-right.js';
import type { Arrangement, Heights } from './arrangement.js';
import { fullHeights, uniformHeights } from './heights.js';
import type { Direction, Size } from './layout.js';
import { fullWidth, type Level, levelIn, maxWidth, type Purpose, rankOfCodes } from './levels.js';
import { type Spacing, spacingsFor } from './spacing.js';
import type { Structure } from './structure.js';

/** An arrangement with the size of its cells, and how much they show. */
export interface Fit {
    readonly arrangement: Arrangement;
    readonly spacing: Spacing;
    readonly cell: Size;
    readonly level: Level;
    readonly heights: Heights;
}

interface Candidate extends Fit {
    readonly rank: number;
    /** Among equal ranks, the largest is best. */
    readonly score: number;
}

const maxHeight = 66;
const minHeight = 18;
const minWidth = 20;
/** A narrower head of a branch has no room for its code. */
const minHeadWidth = 64;
const maxBands = 4;

/** A picture that is taller than its pane scrolls. It may be this many times as tall before the sites show less. */
const maxScreens = 3;

/**
 * Finds the arrangement in which the sites of a structure show the most. A picture that fits into the pane only without site codes is as
 * wide as the pane instead, and taller.
 */
export function fitTo(structure: Structure, pane: Size, direction: Direction, purpose: Purpose): Fit {
    const whole = best(candidatesIn(structure, pane, direction, purpose));
    if (whole && whole.rank <= rankOfCodes) {
        return whole;
    }
    // Branches below each other are narrower than next to each other, so that a deep hierarchy needs to scroll in one direction only.
    return fitToWidth(structure, pane, direction, purpose) ?? fitToWidth(structure, pane, 'right', purpose) ?? whole ?? smallest(structure, pane, direction, purpose);
}

function best(candidates: Iterable<Candidate>): Candidate | undefined {
    let found: Candidate | undefined;
    for (const each of candidates) {
        if (!found || each.rank < found.rank || each.rank === found.rank && each.score > found.score) {
            found = each;
        }
    }
    return found;
}

function* candidatesIn(structure: Structure, pane: Size, direction: Direction, purpose: Purpose): Iterable<Candidate> {
    // A quick end for large hierarchies: not even the marks have room.
    if (structure.sites.length * minWidth * minHeight > pane.width * pane.height) {
        return;
    }
    for (const { arrangement, spacing, isDense, count } of arrangementsFor(structure, pane, direction, purpose)) {
        const width = Math.min(maxWidth, arrangement.cellWidth(pane.width));
        if (width < minWidth || arrangement.narrowestHead(width) < minHeadWidth) {
            continue;
        }
        const full = width >= fullWidth ? fullHeights(structure, arrangement.width(width)) : undefined;
        if (full && arrangement.height(width, full) <= pane.height) {
            yield { arrangement, spacing, cell: { width, height: maxHeight }, level: 'full', heights: full, rank: -1, score: count / 1_000 - arrangement.bands };
        }
        const height = tallest(arrangement, width, spacing, pane.height);
        const found = height === undefined ? undefined : levelIn({ width, height }, purpose);
        if (height !== undefined && found) {
            const score = Math.min(width / 206, 1) * Math.min(height / 62, 1) - 0.25 * arrangement.bands - (isDense ? 0.2 : 0);
            yield { arrangement, spacing, cell: { width, height }, ...found, heights: uniformHeights(height, spacing), score };
        }
    }
}

/** Every arrangement with few enough rows to fit into the pane. */
function* arrangementsFor(structure: Structure, pane: Size, direction: Direction, purpose: Purpose): Iterable<{ readonly arrangement: Arrangement; readonly spacing: Spacing; readonly isDense: boolean; readonly count: number }> {
    for (const [i, spacing] of spacingsFor(pane, purpose).entries()) {
        const most = Math.floor((direction === 'down' ? pane.height / (minHeight + spacing.cell) : pane.width / (minWidth + spacing.indent)));
        for (let count = 1; count <= Math.max(Math.min(structure.longest, most), 1); count++) {
            if (direction === 'right') {
                yield { arrangement: new ArrangementRight(structure, spacing, count), spacing, isDense: i > 0, count };
                continue;
            }
            for (const perBand of perBandsOf(structure)) {
                yield { arrangement: new ArrangementDown(structure, spacing, count, perBand), spacing, isDense: i > 0, count };
            }
        }
    }
}

/** The numbers of branches next to each other for up to {@link maxBands} rows of them. */
function perBandsOf({ sections }: Structure): readonly number[] {
    const units = sections.reduce((most, { leaves, branches }) => Math.max(most, branches.length + (leaves.length > 0 ? 1 : 0)), 1);
    return [...new Set(Array.from({ length: maxBands }, (_, i) => Math.ceil(units / (i + 1))))];
}

/** The tallest cells with which an arrangement fits into a height; undefined if not even the flattest do. */
function tallest(arrangement: Arrangement, width: number, spacing: Spacing, available: number): number | undefined {
    const fits = (height: number): boolean => arrangement.height(width, uniformHeights(height, spacing)) <= available;
    if (!fits(minHeight)) {
        return undefined;
    }
    let [low, high] = [minHeight, maxHeight];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        [low, high] = fits(middle) ? [middle, high] : [low, middle - 1];
    }
    return low;
}

/** The heights of cells in a picture that scrolls. */
const scrolledHeights: readonly { readonly least: number; readonly height: number }[] = [{ least: 168, height: 52 }, { least: 84, height: 50 }, { least: 84, height: 24 }, { least: 46, height: 20 }];

/** Fits only the width. The sites show as much as they can in a picture that is not too tall, and their codes in any case. */
function fitToWidth(structure: Structure, pane: Size, direction: Direction, purpose: Purpose): Fit | undefined {
    const [spacing] = spacingsFor(pane, purpose) as [Spacing];
    const arrangements = [...widthArrangements(structure, pane, spacing, direction)];
    let lowest: (Fit & { readonly total: number }) | undefined;
    for (const { least, height } of scrolledHeights) {
        for (const arrangement of arrangements) {
            const width = Math.min(maxWidth, arrangement.cellWidth(pane.width));
            const heights = uniformHeights(height, spacing);
            const total = width < least || arrangement.narrowestHead(width) < minHeadWidth ? Infinity : arrangement.height(width, heights);
            if (total < (lowest?.total ?? Infinity)) {
                lowest = { arrangement, spacing, cell: { width, height }, level: levelIn({ width, height }, purpose)!.level, heights, total };
            }
        }
        if (lowest && lowest.total <= maxScreens * pane.height) {
            return lowest;
        }
    }
    return lowest;
}

/** Arrangements of different numbers of columns that may fit a width. */
function* widthArrangements(structure: Structure, { width }: Size, spacing: Spacing, direction: Direction): Iterable<Arrangement> {
    const most = Math.max(Math.floor(width / 46), 1);
    for (let columns = 1; columns <= Math.min(most, structure.longest); columns++) {
        if (direction === 'right') {
            yield new ArrangementRight(structure, spacing, columns);
            continue;
        }
        const rows = Math.ceil(structure.longest / columns);
        for (let perBand = 1; perBand <= most; perBand = perBand < 4 ? perBand + 1 : Math.ceil(perBand * 1.25)) {
            yield new ArrangementDown(structure, spacing, rows, perBand);
        }
    }
}

/** Codes in an arrangement that is wider than the pane: a hierarchy that is too deep for it. */
function smallest(structure: Structure, pane: Size, direction: Direction, purpose: Purpose): Fit {
    const [spacing] = spacingsFor(pane, purpose) as [Spacing];
    const cell = { width: 84, height: 24 };
    const arrangement = direction === 'right' ? new ArrangementRight(structure, spacing, 1) : new ArrangementDown(structure, spacing, 12, 6);
    return { arrangement, spacing, cell, level: 'line', heights: uniformHeights(cell.height, spacing) };
}
