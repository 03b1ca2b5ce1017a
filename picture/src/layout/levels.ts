import type { Size } from './layout.js';

/** How much of a site is drawn, from all details to a mark. Its type has the same size at every level: a smaller box drops texts instead of shrinking them. */
export type Level = 'full' | 'card' | 'row' | 'tile' | 'line' | 'code' | 'mark';

/** `time`: the boxes also show the state of a run, in words where there is room. `comparison`: they show what changes. */
export type Purpose = 'plan' | 'time' | 'comparison';

interface LevelSize extends Size {
    readonly level: Level;
    /** From the most to the least detail, for each purpose. A row has room for a state in words, a tile for the name and the link of a site, or for what changes: branches next to each other, as in the picture of the plan, are then worth more than larger boxes. */
    readonly rank: Readonly<Record<Purpose, number>>;
}

const all = (rank: number): LevelSize['rank'] => ({ plan: rank, time: rank, comparison: rank });

/** From this width on, a code has room for the clients of its site. */
export const codeWithClientsWidth = 70;

/** The smallest box in which a level can be drawn. `full` also needs the height of its content. */
const sizes: readonly LevelSize[] = [
    { level: 'card', width: 168, height: 48, rank: all(0) }, { level: 'row', width: 168, height: 24, rank: { plan: 2, time: 1, comparison: 2 } }, { level: 'tile', width: 84, height: 48, rank: { plan: 1, time: 2, comparison: 0 } },
    { level: 'line', width: 84, height: 20, rank: all(3) },
    { level: 'code', width: codeWithClientsWidth, height: 18, rank: all(4) }, { level: 'code', width: 46, height: 18, rank: all(5) }, { level: 'mark', width: 20, height: 18, rank: all(6) }
];

/** From this width on, a box shows everything about its site. */
export const fullWidth = 232;

/** A box does not grow wider: from here on, zooming enlarges the picture as a whole. */
export const maxWidth = 240;

/** The lowest rank that still has site codes. */
export const rankOfCodes = 5;

export interface RankedLevel {
    readonly level: Level;
    readonly rank: number;
}

/** The most detailed level that a box of a size has room for, apart from `full`; undefined if not even a mark fits. */
export function levelIn({ width, height }: Size, purpose: Purpose): RankedLevel | undefined {
    const found = sizes.find(each => width >= each.width && height >= each.height);
    return found && { level: found.level, rank: found.rank[purpose] };
}
