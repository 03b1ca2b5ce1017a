import type { LeafCstNode } from 'langium';
import { hasLineBreak, type PropertyLine, type StatementGaps } from './statement-gaps.js';
import type { Style } from './style.js';

/**
 * Breaks lists that are too long for a line after their commas. Breaks that the author has made stay, so a second pass changes nothing. An item that
 * is a keyword stays on its line, since it would begin a statement at the start of one.
 */
export function wrapLists(gaps: StatementGaps, style: Style): void {
    gaps.properties.filter(({ property }) => property.commas.length > 0).forEach(line => wrap(line, gaps, style));
}

function wrap({ tokens }: PropertyLine, gaps: StatementGaps, style: Style): void {
    const indent = /[ \t]*$/.exec(gaps.before(tokens[0]!))![0];
    const continuation = style.lineBreak + indent + style.indent;
    const start = widthOf(indent, style);
    let column = start + tokens[0]!.text.length;
    for (let i = 1; i < tokens.length; i++) {
        const token = tokens[i]!;
        const isItem = tokens[i - 1]!.text === ',' && !token.hidden;
        if (isItem && !hasLineBreak(gaps.before(token)) && !style.isKeyword(token.text) && column + widthOfItem(tokens, i, gaps) > style.maxLineLength) {
            gaps.set(token, continuation);
        }
        const before = gaps.before(token);
        column = hasLineBreak(before) ? widthOf(indent + style.indent, style) + token.text.length : column + before.length + token.text.length;
    }
}

/** The width of an item with the blanks before it and the comma after it, up to the next break. */
function widthOfItem(tokens: readonly LeafCstNode[], at: number, gaps: StatementGaps): number {
    let width = 0;
    for (let i = at; i < tokens.length && (i === at || tokens[i - 1]!.text !== ','); i++) {
        const before = gaps.before(tokens[i]!);
        if (i > at && hasLineBreak(before)) {
            break;
        }
        width += before.length + tokens[i]!.text.length;
    }
    return width;
}

function widthOf(indent: string, { tabSize }: Style): number {
    return [...indent].reduce((width, character) => width + (character === '\t' ? tabSize : 1), 0);
}
