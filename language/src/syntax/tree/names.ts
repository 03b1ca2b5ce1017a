import { SupTerminals } from '../generated/ast.js';
import { quoteString } from '../parser/value-converter.js';

const word = new RegExp(`^(?:${SupTerminals.WORD.source})$`);

export function isWord(text: string): boolean {
    return word.test(text);
}

/** A name as it is written: a word as it is, anything else in quotes. */
export function writtenName(name: string): string {
    return isWord(name) ? name : quoteString(name);
}
