import type { LangiumDocument } from 'langium';

/** The number of columns of a document beyond which its lists are wrapped. */
export type LineLengthOf = (document: LangiumDocument) => number;

/** The line on which a list begins. */
export interface ListLine {
    /** The column of its first value. */
    readonly column: number;
    /** The indentation of the lines after it. */
    readonly indent: string;
    readonly lineBreak: string;
    readonly maxLineLength: number;
}

/**
 * The values of a property that a fix writes, broken after their commas where the formatter would break them. An item that begins with a small
 * letter may be a keyword, which would begin a statement at the start of a line, so it stays on its line.
 */
export function wrappedList(values: string, { column, indent, lineBreak, maxLineLength }: ListLine): string {
    if (column + values.length <= maxLineLength) {
        return values;
    }
    const items = values.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+,?/g)?.map(item => item.trim()) ?? [];
    let end = column;
    return items.map((item, i) => {
        const gap = i === 0 ? '' : end + 1 + item.length > maxLineLength && !/^[a-z]/.test(item) ? lineBreak + indent : ' ';
        end = (gap.length > 1 ? indent.length : end + gap.length) + item.length;
        return gap + item;
    }).join('');
}
