import { type VariantFigures, variantHeadings, variantNotes, variantRow } from '@sup/comparison';
import { textColumn } from '../content/document.js';
import { listMarkdown, tableMarkdown } from '../markdown/markdown-blocks.js';

/** Writes the figures of several plans as a table, one row for each plan. Names are escaped. */
export function variantsMarkdown(rows: readonly VariantFigures[]): string {
    const notes = variantNotes(rows);
    return `${[tableMarkdown(variantHeadings.map(textColumn), rows.map(variantRow)), ...notes.length > 0 ? [listMarkdown(notes)] : []].join('\n\n')}\n`;
}
