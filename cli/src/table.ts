import type { Column } from '@sup/report';
import { columnsOf, visible } from './visible.js';

/** Rows under headings, each column as wide as its widest cell. One line each, without spaces at its end. */
export function table(columns: readonly Column[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
    const lines = [columns.map(([heading]) => heading), ...rows.map(row => row.map(cell => visible(String(cell))))];
    const widths = columns.map((_, i) => Math.max(...lines.map(line => columnsOf(line[i] ?? ''))));
    return lines.map(line => line.map((cell, i) => {
        const gap = ' '.repeat(widths[i]! - columnsOf(cell));
        return columns[i]![1] === 'left' ? cell + gap : gap + cell;
    }).join('  ').trimEnd());
}
