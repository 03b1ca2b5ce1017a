import type { Position, Range } from 'vscode-languageserver-types';

/** Whether two ranges overlap or adjoin. */
export function touches(a: Range, b: Range): boolean {
    const isBefore = (x: Range, y: Range): boolean => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
    return !isBefore(a, b) && !isBefore(b, a);
}

/** Compares ranges by their numbers: clients may reorder the properties of what they send back. */
export function isSameRange(a: Range, b: Range): boolean {
    return isSamePosition(a.start, b.start) && isSamePosition(a.end, b.end);
}

function isSamePosition(a: Position, b: Position): boolean {
    return a.line === b.line && a.character === b.character;
}
