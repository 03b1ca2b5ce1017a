import { number } from '@sup/model';
import type { Column } from '@sup/report';
import { columnsOf, visible } from './visible.js';

/** Formats rows under headings. Each column is as wide as its widest cell; lines have no trailing spaces. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
    const lines = [columns.map(([heading]) => heading), ...rows.map(row => row.map(cell => typeof cell === 'number' ? number(cell) : visible(cell)))];
    const widths = columns.map((_, i) => Math.max(...lines.map(line => columnsOf(line[i] ?? ''))));
    return lines.map(line => line.map((cell, i) => {
        const padding = ' '.repeat(widths[i]! - columnsOf(cell));
        return columns[i]![1] === 'left' ? cell + padding : padding + cell;
    }).join('  ').trimEnd());
}
