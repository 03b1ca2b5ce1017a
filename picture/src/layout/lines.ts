import { isColumn } from './bands.js';
import type { LeafBlock } from './leaf-blocks.js';
import type { Direction, PlacedLine, Rectangle } from './layout.js';
import type { Measures } from './measures.js';
import type { ShownSite } from './shown-sites.js';
import type { Corner, PlacedTrees } from './tree.js';

export interface Lines {
    readonly trunks: readonly string[];
    readonly lines: readonly PlacedLine[];
}

/** A point relative to the tree: its position within the level, and its distance from the top. */
type Point = readonly [across: number, along: number];

/** Draws the lines from sites to their children: a shared trunk in the gap between the levels, then a separate line for each. */
export function linesOf(sites: readonly ShownSite[], trees: PlacedTrees, direction: Direction, measures: Measures): Lines {
    const drawing = new LineDrawing(sites, trees, direction, measures);
    const families = sites.filter(({ children }) => children.length > 0).map(parent => drawing.family(parent));
    return { trunks: families.flatMap(({ trunks }) => trunks), lines: families.flatMap(({ lines }) => lines) };
}

/** The lines to a part below a site, and the positions where they leave the bus between the levels. */
interface Joined extends Lines {
    readonly ends: readonly number[];
}

class LineDrawing {
    private readonly isDown: boolean;

    constructor(private readonly sites: readonly ShownSite[], private readonly trees: PlacedTrees, direction: Direction, private readonly measures: Measures) {
        this.isDown = direction === 'down';
    }

    family(parent: ShownSite): Lines {
        const { parts } = this.trees.bands[parent.index]!;
        const box = this.trees.boxes[parent.index]!;
        const from = this.middleOf(box);
        const end = this.startOf(box) + (this.isDown ? box.height : box.width);
        const [only] = parts;
        if (parts.length === 1 && only?.kind === 'branch' && Math.abs(this.middleOf(this.boxOf(only.child)) - from) < 0.5) {
            return { trunks: [], lines: [this.line(parent, only.child, this.path([from, end], [from, this.startOf(this.boxOf(only.child))]))] };
        }
        // The bus is in the middle between the levels; a column starts at the site itself.
        const startsAtSite = this.isDown && isColumn(parts);
        const bus = startsAtSite ? end : this.startOf(this.trees.corners[parent.index]![0]!) - this.measures.level / 2;
        const joined = parts.map((part, i) => part.kind === 'branch' ? this.branch(parent, part.child, bus) : this.block(parent, part.block, this.trees.corners[parent.index]![i]!, bus));
        const ends = startsAtSite ? [] : [from, ...joined.flatMap(each => each.ends)];
        const toBus = startsAtSite ? [] : [this.path([from, end], [from, bus]), this.path([Math.min(...ends), bus], [Math.max(...ends), bus])];
        const trunk = [...toBus, ...joined.flatMap(({ trunks }) => trunks)];
        return { trunks: [trunk.join('')], lines: joined.flatMap(({ lines }) => lines) };
    }

    /** The line to the top of a branch. */
    private branch(parent: ShownSite, child: number, bus: number): Joined {
        const box = this.boxOf(child);
        const middle = this.middleOf(box);
        return { ends: [middle], trunks: [], lines: [this.line(parent, child, this.path([middle, bus], [middle, this.startOf(box)]))] };
    }

    /** The lines into a block. They run down the page along its columns in both directions; in direction `right` they start at its upper edge. */
    private block(parent: ShownSite, { cells, lines }: LeafBlock, corner: Corner, bus: number): Joined {
        const columns = lines.map(x => corner.x + x);
        const rail = this.isDown ? bus : corner.y + this.measures.indent / 3;
        const bottoms = columns.map((_, column) => middleY(this.boxOf(cells.findLast(cell => cell.column === column)!.site)));
        return {
            ends: this.isDown ? [columns[0]!, columns.at(-1)!] : [rail],
            trunks: [
                ...this.isDown ? [] : [`M${round(bus)} ${round(rail)}H${round(columns.at(-1)!)}`],
                ...columns.map((x, column) => `M${round(x)} ${round(rail)}V${round(bottoms[column]!)}`)
            ],
            lines: cells.map(({ site, column }) => {
                const box = this.boxOf(site);
                return this.line(parent, site, `M${round(columns[column]!)} ${round(middleY(box))}H${round(box.x)}`);
            })
        };
    }

    private line(parent: ShownSite, child: number, path: string): PlacedLine {
        return { from: parent.site.id, to: this.sites[child]!.site.id, path };
    }

    private path(...points: readonly Point[]): string {
        return `M${points.map(([across, along]) => this.isDown ? `${round(across)} ${round(along)}` : `${round(along)} ${round(across)}`).join('L')}`;
    }

    private boxOf(site: number): Rectangle {
        return this.trees.boxes[site]!;
    }

    private middleOf({ x, y, width, height }: Rectangle): number {
        return this.isDown ? x + width / 2 : y + height / 2;
    }

    private startOf({ x, y }: Pick<Rectangle, 'x' | 'y'>): number {
        return this.isDown ? y : x;
    }
}

const middleY = ({ y, height }: Rectangle): number => y + height / 2;

/** Rounds to half a pixel. More is not visible, and would make every picture larger. */
export const round = (value: number): number => Math.round(value * 2) / 2;
