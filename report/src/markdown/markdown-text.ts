import { visible } from '@sup/model';
import { partsOf } from '../html/markup.js';

/**
 * A text in Markdown, as text and nothing else: no link, image, HTML, code, table or mention. Addresses are taken apart where readers of
 * Markdown would make links of them by themselves.
 */
export function markdownText(text: string): string {
    return visible(text).replace(/[\\`*_{}[\]<>#|~&!@$^]/g, character => `\\${character}`).replace(/:(?=\/\/)/g, '\\:').replace(/\b(www)\./gi, '$1\\.');
}

/** The same where a line begins, so that it begins no list. */
export function markdownLine(text: string): string {
    return markdownText(text).replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+=])/, '\\$1');
}

/** A message with what it quotes between backticks set as code, in which nothing has a meaning. */
export function markdownMessage(message: string): string {
    return partsOf(message).map(({ text, isCode }) => isCode ? `\`${visible(text)}\`` : markdownText(text)).join('');
}

/** The same in a cell of a table, which a bar would end even in code. */
export function markdownCell(message: string): string {
    return partsOf(message).map(({ text, isCode }) => isCode ? `\`${visible(text).replaceAll('|', '\\|')}\`` : markdownText(text)).join('');
}
