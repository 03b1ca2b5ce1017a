import { visible, withoutLogCommands } from '@sup/model';
import { messageSegments } from '../content/message-segments.js';

/**
 * Escapes a text so that Markdown renders it as plain text: no link, image, HTML, code, table or mention. URLs are escaped too, because
 * renderers turn them into links.
 */
export function markdownText(text: string): string {
    return visible(text).replace(/[\\`*_{}[\]<>#|~&!@$^]/g, character => `\\${character}`).replace(/:(?=\/\/|:)/g, '\\:').replace(/\b(www)\./gi, '$1\\.');
}

/** Escapes a text at the beginning of a line, where it could also start a list. */
export function markdownLine(text: string): string {
    return markdownText(text).replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+=])/, '\\$1');
}

/** Escapes a message, but keeps its code between backticks as code. */
export function markdownMessage(message: string): string {
    return messageSegments(message).map(({ text, isCode }) => isCode ? codeMarkdown(text) : markdownText(text)).join('');
}

/** Escapes a message for a cell of a table, where a bar ends the cell even in code. */
export function markdownCell(message: string): string {
    return messageSegments(message).map(({ text, isCode }) => isCode ? codeMarkdown(text).replaceAll('|', '\\|') : markdownText(text)).join('');
}

/** A backslash escapes nothing in code, so the commands of pipelines are shown by their codes. */
function codeMarkdown(text: string): string {
    return `\`${withoutLogCommands(visible(text))}\``;
}
