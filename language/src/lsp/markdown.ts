import { printable } from '../syntax/tree/characters.js';

declare const safe: unique symbol;

/** Markdown in which everything that a file says is escaped. Made by the functions here only. */
export type Markdown = string & { readonly [safe]: true };

/** A text of a file, as text and nothing else: no link, image, HTML, code or list, in any client's reading of Markdown. */
export function escaped(text: string): Markdown {
    return printable(text).replace(/[!-/:-@[-`{-~]/g, character => `\\${character}`) as Markdown;
}

/** Markdown that this project wrote itself. */
export function trusted(text: string): Markdown {
    return text as Markdown;
}

/** Puts Markdown together. A plain string does not pass. */
export function markdown(parts: TemplateStringsArray, ...values: readonly Markdown[]): Markdown {
    return String.raw({ raw: parts }, ...values) as Markdown;
}

export function joined(parts: readonly Markdown[], separator: string): Markdown {
    return parts.join(separator) as Markdown;
}

/** The longest documentation that a hover shows. */
const longestDocumentation = 4_000;

/** What a documentation comment says, its paragraphs kept; undefined for any other comment. */
export function documentationIn(comment: string | undefined): Markdown | undefined {
    if (!comment?.startsWith('/**') || comment.length < 5) {
        return undefined;
    }
    const lines = comment.slice(3, 3 + longestDocumentation).replace(/\*\/$/, '').split(/\r\n|\n|\r/);
    const texts = lines.map(line => line.replace(/^[ \t]*\*?/, '').trim());
    const paragraphs = joined(texts.map(text => escaped(text)), '\n').trim().replace(/\n{2,}/g, '\n\n');
    return paragraphs === '' ? undefined : paragraphs as Markdown;
}
