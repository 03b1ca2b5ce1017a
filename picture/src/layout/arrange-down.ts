import { apartCaption, apartPad, type Arrangement, chunks, type Heights, type Placed, round, sectionGap, sum } from './arrangement.js';
import type { Corner } from './rectangles.js';
import type { Spacing } from './spacing.js';
import type { Branch, Section, Structure } from './structure.js';

/** A branch, or the sites without children of a section, next to the others of its section. Its width is that of its columns and a fixed rest. */
interface Unit {
    readonly branch: number | undefined;
    readonly leaves: readonly number[];
    readonly columns: number;
    readonly rest: number;
}

/** Arranges branches next to each other, each with its head above its sites, which are in columns. */
export class ArrangementDown implements Arrangement {
    readonly bands: number;
    private readonly sections: readonly { readonly section: Section; readonly rows: readonly (readonly Unit[])[] }[];
    private readonly branches = new Map<number, Branch>();
    private readonly columns: number[] = [];
    private readonly rest: number[] = [];

    /** `rows` is the number of sites in a column at most, `perBand` that of branches next to each other. */
    constructor(private readonly structure: Structure, private readonly spacing: Spacing, private readonly rows: number, perBand: number) {
        for (const branch of [...structure.branches].reverse()) {
            const { site, leaves, branches } = branch;
            this.branches.set(site, branch);
            const own = this.columnsOf(leaves);
            const parts = branches.length + (own > 0 ? 1 : 0);
            this.columns[site] = Math.max(own + sum(branches, inner => this.columns[inner]!), 1);
            this.rest[site] = 2 * spacing.pad + own * spacing.indent + sum(branches, inner => this.rest[inner]!) + Math.max(parts - 1, 0) * spacing.branch;
        }
        this.sections = structure.sections.map(section => ({ section, rows: chunks(this.unitsOf(section), perBand) }));
        this.bands = Math.max(...this.sections.map(({ rows: { length } }) => length), 1);
    }

    cellWidth(width: number): number {
        return Math.min(...this.sections.flatMap(({ section, rows }) => rows.map(units => (width - this.restOf(units) - (section.isApart ? 2 * apartPad : 0)) / sum(units, unit => unit.columns))), Infinity);
    }

    narrowestHead(cellWidth: number): number {
        return this.structure.branches.reduce((narrowest, { site }) => Math.min(narrowest, this.panelWidth(site, cellWidth) - 2 * this.spacing.pad), Infinity);
    }

    width(cellWidth: number): number {
        // A band without anything below it is as wide as a site.
        return Math.max(...this.sections.flatMap(({ section, rows }) => rows.length === 0 ? [cellWidth] : rows.map(units => this.unitsWidth(units, cellWidth) + (section.isApart ? 2 * apartPad : 0))), 0);
    }

    height(_: number, heights: Heights): number {
        const panels = this.panelHeights(heights);
        return sum(this.sections, ({ section, rows }) => this.sectionHeight(section, rows, panels, heights)) + sectionGap * Math.max(this.sections.length - 1, 0);
    }

    place(cellWidth: number, heights: Heights, { x, y: start }: Corner): Placed {
        const placed: Placed = { boxes: [], panels: [], trunks: [], lines: [], apart: undefined };
        const panels = this.panelHeights(heights);
        const width = this.width(cellWidth);
        let y = start;
        for (const { section, rows } of this.sections) {
            const height = this.sectionHeight(section, rows, panels, heights);
            if (section.isApart) {
                placed.apart = { x, y, width, height };
            }
            this.placeSection(section, rows, { x, y }, width, { cellWidth, heights, panels, placed });
            y += height + sectionGap;
        }
        return placed;
    }

    private placeSection({ top, isApart }: Section, rows: readonly (readonly Unit[])[], { x, y }: Corner, width: number, run: Placing): void {
        const { placed, heights, cellWidth } = run;
        let next = y + (isApart ? apartCaption + apartPad : 0);
        if (top !== undefined) {
            const height = heights.band(top);
            placed.boxes[top] = { x, y: next, width, height };
            next += height + this.spacing.level;
        }
        for (const units of rows) {
            let left = x + (isApart ? apartPad : 0);
            for (const unit of units) {
                const corner = { x: left, y: next };
                if (unit.branch === undefined) {
                    this.placeColumns(top, unit.leaves, corner, next - this.spacing.level, run);
                } else {
                    this.placeBranches(top, unit.branch, corner, run);
                }
                left += unit.columns * cellWidth + unit.rest + this.spacing.branch;
            }
            next += this.rowHeight(units, run.panels, heights) + this.spacing.level;
        }
    }

    /** Places a branch and those inside it. */
    private placeBranches(top: number | undefined, outermost: number, at: Corner, run: Placing): void {
        const { cellWidth, heights, panels, placed } = run;
        const { pad, cell, indent, level, branch: gap } = this.spacing;
        const waiting = [{ parent: top, site: outermost, ...at }];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            const { parent, site, x, y } = next;
            const { leaves, branches } = this.branches.get(site)!;
            const width = this.panelWidth(site, cellWidth);
            placed.panels.push({ site: this.idOf(site), x, y, width, height: panels[site]! });
            const head = { x: x + pad, y: y + pad, width: width - 2 * pad, height: heights.head(site) };
            placed.boxes[site] = head;
            if (parent !== undefined) {
                placed.lines.push({ from: this.idOf(parent), to: this.idOf(site), path: `M${round(x + width / 2)} ${round(y - level)}V${round(y)}` });
            }
            const below = head.y + head.height;
            this.placeColumns(site, leaves, { x: head.x, y: below + cell }, below, run);
            const own = this.columnsOf(leaves);
            let left = head.x + own * (indent + cellWidth) + (own > 0 ? gap : 0);
            for (const inner of branches) {
                waiting.push({ parent: site, site: inner, x: left, y: below + level });
                left += this.panelWidth(inner, cellWidth) + gap;
            }
        }
    }

    /** Places sites in columns, each with a line along its left side that starts below the parent. */
    private placeColumns(parent: number | undefined, leaves: readonly number[], { x, y }: Corner, from: number, { cellWidth, heights, placed }: Placing): void {
        const { cell, indent } = this.spacing;
        chunks(leaves, this.rows).forEach((column, i) => {
            const left = x + i * (indent + cellWidth);
            const trunk = round(left + 1);
            let top = y;
            let middle = y;
            for (const site of column) {
                const height = heights.cell(site);
                middle = round(top + height / 2);
                placed.boxes[site] = { x: left + indent, y: top, width: cellWidth, height };
                if (parent !== undefined) {
                    placed.lines.push({ from: this.idOf(parent), to: this.idOf(site), path: `M${trunk} ${middle}H${round(left + indent)}` });
                }
                top += height + cell;
            }
            if (parent !== undefined) {
                placed.trunks.push(`M${trunk} ${round(from)}V${middle}`);
            }
        });
    }

    private panelHeights(heights: Heights): readonly number[] {
        const { pad, cell, level } = this.spacing;
        const panels: number[] = [];
        for (const { site, leaves, branches } of [...this.structure.branches].reverse()) {
            const own = leaves.length === 0 ? 0 : cell + this.columnsHeight(leaves, heights);
            const inner = branches.length === 0 ? 0 : level + branches.reduce((most, each) => Math.max(most, panels[each]!), 0);
            panels[site] = 2 * pad + heights.head(site) + Math.max(own, inner);
        }
        return panels;
    }

    private sectionHeight({ top, isApart }: Section, rows: readonly (readonly Unit[])[], panels: readonly number[], heights: Heights): number {
        const parts = [...top === undefined ? [] : [heights.band(top)], ...rows.map(units => this.rowHeight(units, panels, heights))];
        return sum(parts, part => part) + this.spacing.level * (parts.length - 1) + (isApart ? apartCaption + 2 * apartPad : 0);
    }

    private rowHeight(units: readonly Unit[], panels: readonly number[], heights: Heights): number {
        return units.reduce((most, { branch, leaves }) => Math.max(most, branch === undefined ? this.columnsHeight(leaves, heights) : panels[branch]!), 0);
    }

    private columnsHeight(leaves: readonly number[], { uniform, cell: heightOf }: Heights): number {
        const { cell } = this.spacing;
        if (uniform !== undefined) {
            const rows = Math.min(this.rows, leaves.length);
            return rows * uniform + (rows - 1) * cell;
        }
        return chunks(leaves, this.rows).reduce((most, column) => Math.max(most, sum(column, heightOf) + (column.length - 1) * cell), 0);
    }

    private unitsOf({ leaves, branches }: Section): readonly Unit[] {
        const columns = this.columnsOf(leaves);
        return [
            ...columns > 0 ? [{ branch: undefined, leaves, columns, rest: columns * this.spacing.indent }] : [],
            ...branches.map(branch => ({ branch, leaves: [], columns: this.columns[branch]!, rest: this.rest[branch]! }))
        ];
    }

    private columnsOf(leaves: readonly number[]): number {
        return Math.ceil(leaves.length / this.rows);
    }

    private panelWidth(site: number, cellWidth: number): number {
        return this.columns[site]! * cellWidth + this.rest[site]!;
    }

    private restOf(units: readonly Unit[]): number {
        return sum(units, unit => unit.rest) + (units.length - 1) * this.spacing.branch;
    }

    private unitsWidth(units: readonly Unit[], cellWidth: number): number {
        return sum(units, unit => unit.columns) * cellWidth + this.restOf(units);
    }

    private idOf(index: number): string {
        return this.structure.sites[index]!.site.id;
    }
}

interface Placing {
    readonly cellWidth: number;
    readonly heights: Heights;
    /** The heights of the areas of the branches. */
    readonly panels: readonly number[];
    readonly placed: Placed;
}
