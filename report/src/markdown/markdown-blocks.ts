import type { Column } from '../content/document.js';
import { markdownLine, markdownText } from './markdown-text.js';

export const listMarkdown = (items: readonly string[]): string => items.map(item => `- ${markdownLine(item)}`).join('\n');

/** Writes a table; `cellOf` escapes the text of a cell. */
export function tableMarkdown(columns: readonly Column[], rows: readonly (readonly (string | number)[])[], cellOf: (text: string) => string = markdownText): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [
        line(columns.map(([heading]) => markdownText(heading))), line(columns.map(([, align]) => align === 'right' ? '---:' : '---')),
        ...rows.map(row => line(row.map(cell => cellOf(String(cell)))))
    ].join('\n');
}
