import type { Range } from 'vscode-languageserver-types';

/** Whether two ranges overlap or adjoin. */
export function touches(a: Range, b: Range): boolean {
    const isBefore = (x: Range, y: Range): boolean => x.end.line < y.start.line || (x.end.line === y.start.line && x.end.character < y.start.character);
    return !isBefore(a, b) && !isBefore(b, a);
}
