import { printable } from '../syntax/tree/characters.js';

declare const safe: unique symbol;

/** Markdown in which all text from files is escaped. Only the functions of this module create it. */
export type Markdown = string & { readonly [safe]: true };

/** Text from a file, escaped so that no Markdown renderer makes a link, image, HTML, code or list of it. */
export function escaped(text: string): Markdown {
    return printable(text).replace(/[!-/:-@[-`{-~]/g, character => `\\${character}`) as Markdown;
}

/** Markdown that comes from this project, and is therefore not escaped. */
export function trusted(text: string): Markdown {
    return text as Markdown;
}

/** Concatenates Markdown. The types reject plain strings. */
export function markdown(parts: TemplateStringsArray, ...values: readonly Markdown[]): Markdown {
    return String.raw({ raw: parts }, ...values) as Markdown;
}

export function joined(parts: readonly Markdown[], separator: string): Markdown {
    return parts.join(separator) as Markdown;
}

/** Maximum length of documentation in a hover, in characters. */
const longestDocumentation = 4_000;

/** The text of a documentation comment with its paragraphs; undefined for any other comment. */
export function documentationIn(comment: string | undefined): Markdown | undefined {
    if (!comment?.startsWith('/**') || comment.length < 5) {
        return undefined;
    }
    const lines = comment.slice(3, 3 + longestDocumentation).replace(/\*\/$/, '').split(/\r\n|\n|\r/);
    const texts = lines.map(line => line.replace(/^[ \t]*\*?/, '').trim());
    const paragraphs = joined(texts.map(text => escaped(text)), '\n').trim().replace(/\n{2,}/g, '\n\n');
    return paragraphs === '' ? undefined : paragraphs as Markdown;
}

/** Markdown of this module as plain text, for clients that show no Markdown. */
export function plainText(value: Markdown): string {
    return value
        .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
        .replace(/(?<!\\)(?:\*\*|`)/g, '')
        .replace(/\n---\n/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
