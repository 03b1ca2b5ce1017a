import { defaultMaxLineLength, indentAt, indentUnitOf, lineBreakOf, lineStart } from '../../syntax/layout.js';

/**
 * The values of a property that a fix writes, broken after their commas where the formatter would break them. An item that begins with a small
 * letter may be a keyword, which would begin a statement at the start of a line, so it stays on its line.
 */
export function wrappedList(text: string, offset: number, values: string): string {
    const indent = indentAt(text, offset) + indentUnitOf(text);
    let column = offset - lineStart(text, offset);
    if (column + values.length <= defaultMaxLineLength) {
        return values;
    }
    const items = values.match(/(?:"(?:[^"\\]|\\.)*"|[^",])+,?/g)?.map(item => item.trim()) ?? [];
    return items.map((item, i) => {
        const gap = i === 0 ? '' : column + 1 + item.length > defaultMaxLineLength && !/^[a-z]/.test(item) ? lineBreakOf(text) + indent : ' ';
        column = (gap.length > 1 ? indent.length : column + gap.length) + item.length;
        return gap + item;
    }).join('');
}
