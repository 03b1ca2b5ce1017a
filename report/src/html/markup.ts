import { xmlText } from './xml.js';

declare const safe: unique symbol;

/** HTML in which every text of a plan is escaped. Made by the functions here only. */
export type Html = string & { readonly [safe]: 'html' };

/** Puts HTML together: texts are escaped, pieces of HTML and lists of them are taken as they are. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Piece)[]): Html {
    return String.raw({ raw: parts }, ...values.map(value => value instanceof Piece ? value.html : xmlText(String(value)))) as Html;
}

/** A piece of HTML within another. */
export class Piece {
    constructor(readonly html: string) {}
}

export const pieces = (list: readonly Html[], separator = '\n'): Piece => new Piece(list.join(separator));

/** What this project wrote itself, or the renderer of pictures made. */
export const trusted = (text: string): Piece => new Piece(text);

/** A message in its parts: what stands between backticks is quoted, as code is. */
export function partsOf(message: string): readonly { readonly text: string; readonly isCode: boolean }[] {
    const parts = message.split('`');
    return parts.map((text, i) => ({ text, isCode: i % 2 === 1 && i < parts.length - 1 && text.trim() !== '' }));
}
