import { textColumn } from '../content/document.js';
import { listMarkdown, tableMarkdown } from '../markdown/markdown-blocks.js';
import { markdownLine, markdownMessage } from '../markdown/markdown-text.js';

/** The differences between a plan and an export of the real hierarchy. */
export interface DriftContent {
    readonly hierarchy: string;
    readonly summary: readonly string[];
    readonly rows: readonly { readonly place: string; readonly severity: string; readonly message: string }[];
    /** Messages about the export, and about what could not be read. */
    readonly notes: readonly string[];
}

/** Writes the differences as Markdown, one row for each. Names and messages are escaped. */
export function driftMarkdown({ hierarchy, summary, rows, notes }: DriftContent): string {
    return `${[
        `# Drift of ${markdownLine(hierarchy)}`,
        summary.map(markdownMessage).join(' '),
        ...rows.length > 0 ? [tableMarkdown(['Place', 'Severity', 'Difference'].map(textColumn), rows.map(({ place, severity, message }) => [place, severity, message]))] : [],
        ...notes.length > 0 ? [listMarkdown(notes)] : []
    ].join('\n\n')}\n`;
}
