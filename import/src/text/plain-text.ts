import { importLimits } from '../import-limits.js';

/** Line breaks and tabs, which no text of a plan can contain. */
const whiteSpace = /[\t-\r\u0085\u2028\u2029]+/g;
/** Further control characters, and halves of surrogate pairs, which UTF-8 cannot represent. */
const unwritable = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Surrogate}]/gu;

/**
 * A text of a source as a plan can state it: on one line, without blanks around it, of limited length. Characters that hide or reorder text stay, since the rule
 * `invisible-character` reports them at their place.
 */
export function plainText(text: string): string {
    const line = text.replace(whiteSpace, ' ').replace(unwritable, '\ufffd').trim();
    return line.length > importLimits.nameLength ? `${line.slice(0, importLimits.nameLength).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
