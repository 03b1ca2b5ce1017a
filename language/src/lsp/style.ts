import type { Span } from '../syntax/span.js';

/** A gap between tokens, and the white space that belongs there. */
export interface Gap extends Span {
    readonly wanted: string;
}

/** How a file is laid out. */
export interface Style {
    /** One level of indentation. */
    readonly indent: string;
    /** The width of a tab. */
    readonly tabSize: number;
    readonly lineBreak: string;
    /** The number of columns beyond which lists are wrapped. */
    readonly maxLineLength: number;
    /** Whether a word would begin or continue a statement at the start of a line. */
    isKeyword(word: string): boolean;
}

/** The layout that a file on disk, such as `.editorconfig`, sets for a plan. It has precedence over the options of the editor. */
export interface ConfiguredLayout {
    readonly insertSpaces?: boolean | undefined;
    readonly tabSize?: number | undefined;
    /** `Infinity` if lists are not wrapped. */
    readonly maxLineLength?: number | undefined;
    /** Only a whole file can get it. */
    readonly lineBreak?: string | undefined;
}
