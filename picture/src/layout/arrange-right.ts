import { apartCaption, apartPad, type Arrangement, chunks, type Heights, type Placed, round, sectionGap, sum } from './arrangement.js';
import type { Corner } from './rectangles.js';
import type { Spacing } from './spacing.js';
import type { Branch, Section, Structure } from './structure.js';

/** The width of the head of a branch. */
const headWidth = 150;

/** Arranges branches below each other, each with its head left of its sites, which wrap into rows. */
export class ArrangementRight implements Arrangement {
    readonly bands = 1;
    private readonly branches: ReadonlyMap<number, Branch>;
    /** How deep each branch is inside others. */
    private readonly depths: readonly number[];
    /** The largest of the {@link depths}. */
    private readonly deepest: number;

    /** `columns` is the number of sites next to each other in a branch that is not inside another. */
    constructor(private readonly structure: Structure, private readonly spacing: Spacing, private readonly columns: number) {
        this.branches = new Map(structure.branches.map(branch => [branch.site, branch]));
        const depths: number[] = [];
        for (const { branches } of structure.sections) {
            branches.forEach(site => { depths[site] = 0; });
        }
        for (const { site, branches } of structure.branches) {
            branches.forEach(inner => { depths[inner] = depths[site]! + 1; });
        }
        this.depths = depths;
        this.deepest = structure.branches.reduce((most, { site }) => Math.max(most, depths[site]!), 0);
    }

    cellWidth(width: number): number {
        const { pad, indent } = this.spacing;
        const isFramed = this.structure.sections.some(({ isApart }) => isApart);
        return (width - 2 * pad - headWidth - (isFramed ? 2 * apartPad : 0)) / this.columns - indent;
    }

    narrowestHead(): number {
        return headWidth;
    }

    width(cellWidth: number): number {
        const isFramed = this.structure.sections.some(({ isApart }) => isApart);
        return this.panelWidth(cellWidth) + (isFramed ? 2 * apartPad : 0);
    }

    height(cellWidth: number, heights: Heights): number {
        const panels = this.panelHeights(cellWidth, heights);
        return sum(this.structure.sections, section => this.sectionHeight(section, cellWidth, panels, heights)) + sectionGap * Math.max(this.structure.sections.length - 1, 0);
    }

    place(cellWidth: number, heights: Heights, at: Corner): Placed {
        const placed: Placed = { boxes: [], panels: [], trunks: [], lines: [], apart: undefined };
        const panels = this.panelHeights(cellWidth, heights);
        const width = this.width(cellWidth);
        let { y } = at;
        for (const section of this.structure.sections) {
            const height = this.sectionHeight(section, cellWidth, panels, heights);
            const { top, leaves, branches, isApart } = section;
            let next = y + (isApart ? apartCaption + apartPad : 0);
            const x = at.x + (isApart ? apartPad : 0);
            if (isApart) {
                placed.apart = { x: at.x, y, width, height };
            }
            if (top !== undefined) {
                placed.boxes[top] = { x, y: next, width, height: heights.band(top) };
                next += heights.band(top) + this.spacing.level;
            }
            if (leaves.length > 0) {
                this.placeRows(top, leaves, { x, y: next }, this.columnsIn(this.panelWidth(cellWidth), cellWidth), cellWidth, heights, placed);
                next += this.rowsHeight(leaves, this.columnsIn(this.panelWidth(cellWidth), cellWidth), heights) + this.spacing.branch;
            }
            for (const branch of branches) {
                this.placeBranches(top, branch, { x, y: next }, cellWidth, heights, panels, placed);
                next += panels[branch]! + this.spacing.branch;
            }
            y += height + sectionGap;
        }
        return placed;
    }

    private placeBranches(top: number | undefined, outermost: number, at: Corner, cellWidth: number, heights: Heights, panels: readonly number[], placed: Placed): void {
        const { pad, cell, indent } = this.spacing;
        const waiting = [{ parent: top, site: outermost, ...at }];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            const { parent, site, x, y } = next;
            const { leaves, branches } = this.branches.get(site)!;
            const width = this.innerWidth(site, cellWidth);
            placed.panels.push({ site: this.idOf(site), x, y, width, height: panels[site]! });
            const head = { x: x + pad, y: y + pad, width: headWidth, height: heights.head(site) };
            placed.boxes[site] = head;
            if (parent !== undefined) {
                const middle = round(head.x + headWidth / 2);
                placed.lines.push({ from: this.idOf(parent), to: this.idOf(site), path: `M${middle} ${round(y - (this.depths[site] === 0 ? this.spacing.branch : cell))}V${round(y)}` });
            }
            const columns = this.columnsOf(site, cellWidth);
            this.placeRows(site, leaves, { x: head.x + headWidth, y: head.y }, columns, cellWidth, heights, placed);
            let below = head.y + Math.max(head.height, this.rowsHeight(leaves, columns, heights)) + cell;
            for (const inner of branches) {
                waiting.push({ parent: site, site: inner, x: head.x + indent, y: below });
                below += panels[inner]! + cell;
            }
        }
    }

    /** Places sites in rows, each with a line that begins left of it. */
    private placeRows(parent: number | undefined, leaves: readonly number[], { x, y }: Corner, columns: number, cellWidth: number, heights: Heights, placed: Placed): void {
        const { cell, indent } = this.spacing;
        let top = y;
        for (const row of chunks(leaves, columns)) {
            row.forEach((site, i) => {
                const left = x + i * (indent + cellWidth) + indent;
                placed.boxes[site] = { x: left, y: top, width: cellWidth, height: heights.cell(site) };
                if (parent !== undefined) {
                    placed.lines.push({ from: this.idOf(parent), to: this.idOf(site), path: `M${round(left - indent + 1)} ${round(top + heights.cell(site) / 2)}H${round(left)}` });
                }
            });
            top += this.rowHeight(row, heights) + cell;
        }
    }

    private panelHeights(cellWidth: number, heights: Heights): readonly number[] {
        const { pad, cell } = this.spacing;
        const panels: number[] = [];
        for (const { site, leaves, branches } of [...this.structure.branches].reverse()) {
            panels[site] = 2 * pad + Math.max(heights.head(site), this.rowsHeight(leaves, this.columnsOf(site, cellWidth), heights)) + sum(branches, inner => cell + panels[inner]!);
        }
        return panels;
    }

    private sectionHeight({ top, leaves, branches, isApart }: Section, cellWidth: number, panels: readonly number[], heights: Heights): number {
        const parts = [
            ...leaves.length > 0 ? [this.rowsHeight(leaves, this.columnsIn(this.panelWidth(cellWidth), cellWidth), heights)] : [], ...branches.map(branch => panels[branch]!)
        ];
        const band = top === undefined ? 0 : heights.band(top) + (parts.length > 0 ? this.spacing.level : 0);
        return band + sum(parts, part => part) + Math.max(parts.length - 1, 0) * this.spacing.branch + (isApart ? apartCaption + 2 * apartPad : 0);
    }

    private rowsHeight(leaves: readonly number[], columns: number, heights: Heights): number {
        const rows = Math.ceil(leaves.length / columns);
        const gaps = Math.max(rows - 1, 0) * this.spacing.cell;
        return gaps + (heights.uniform === undefined ? sum(chunks(leaves, columns), row => this.rowHeight(row, heights)) : rows * heights.uniform);
    }

    private rowHeight(row: readonly number[], { uniform, cell }: Heights): number {
        return uniform ?? row.reduce((most, site) => Math.max(most, cell(site)), 0);
    }

    /** The width of the branches that are not inside others. */
    private panelWidth(cellWidth: number): number {
        const { pad, indent } = this.spacing;
        const least = headWidth + indent + cellWidth + this.deepest * (2 * pad + indent);
        return 2 * pad + Math.max(headWidth + this.columns * (indent + cellWidth), least);
    }

    private innerWidth(site: number, cellWidth: number): number {
        const { pad, indent } = this.spacing;
        return this.panelWidth(cellWidth) - this.depths[site]! * (2 * pad + indent);
    }

    private columnsOf(site: number, cellWidth: number): number {
        return this.columnsIn(this.innerWidth(site, cellWidth) - 2 * this.spacing.pad - headWidth, cellWidth);
    }

    private columnsIn(width: number, cellWidth: number): number {
        // A tolerance for the rounding of the division that gave the width of the cells.
        return Math.max(Math.floor((width + 0.01) / (this.spacing.indent + cellWidth)), 1);
    }

    private idOf(index: number): string {
        return this.structure.sites[index]!.site.id;
    }
}
