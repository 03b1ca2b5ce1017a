import { SupTerminals } from '../generated/ast.js';
import { quoteString } from '../parser/value-converter.js';

const word = new RegExp(`^(?:${SupTerminals.WORD.source})$`);

export function isWord(text: string): boolean {
    return word.test(text);
}

/** A name in source form: quoted unless it is a word. */
export function writtenName(name: string): string {
    return isWord(name) ? name : quoteString(name);
}
