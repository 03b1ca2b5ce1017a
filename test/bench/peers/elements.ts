import type { Position } from 'vscode-languageserver-protocol';
import type { BenchDocument } from '../server/document.js';

/** One of many elements, each of which has eight children. */
export interface Element {
    readonly index: number;
    readonly name: string;
    readonly parent: string | undefined;
    readonly children: readonly string[];
    readonly isLast: boolean;
}

/** Marks the position in an element where the character is typed, which makes the element wrong. */
export const typing = '‸';
/** Marks the position where completion is requested. */
export const cursor = '⌖';

/** The syntax of elements in a language. */
export interface Language {
    readonly languageId: string;
    readonly fileName: string;
    readonly typed: string;
    /** Files that the document needs beside it, by name. */
    readonly files?: Readonly<Record<string, string>>;
    readonly head?: readonly string[];
    readonly tail?: readonly string[];
    /** The lines of an element. Every element but the first has both marks. */
    element(element: Element): readonly string[];
}

const fan = 8;
const nameOf = (index: number): string => `s${String(index).padStart(5, '0')}`;

/** Writes `count` elements, the last one with the mistake. */
export function writeElements({ languageId, fileName, typed, files = {}, head = [], tail = [], element }: Language, count: number): BenchDocument {
    const lines = [...head];
    const middle = count >> 1;
    const marked = new Map<number, { readonly typing: Position; readonly cursor: Position }>();
    for (let index = 0; index < count; index++) {
        const written = element(elementOf(index, count));
        if (index === middle || index === middle + 1 || index === count - 1) {
            marked.set(index, { typing: positionOf(written, typing, cursor, lines.length), cursor: positionOf(written, cursor, typing, lines.length) });
        }
        lines.push(...written.map(line => line.replace(cursor, '').replace(typing, index === count - 1 ? typed : '')));
    }
    lines.push(...tail, '');
    const text = lines.join('\n');
    const at = marked.get(middle)!;
    return {
        languageId, name: fileName, text, files: new Map([...Object.entries(files), [fileName, text]]), typed,
        middle: at.typing, neighbour: marked.get(middle + 1)!.typing, cursor: at.cursor, faultLine: marked.get(count - 1)!.typing.line
    };
}

function elementOf(index: number, count: number): Element {
    const children = Array.from({ length: fan }, (_, i) => index * fan + 1 + i).filter(child => child < count).map(nameOf);
    return { index, name: nameOf(index), parent: index === 0 ? undefined : nameOf((index - 1) / fan | 0), children, isLast: index === count - 1 };
}

function positionOf(written: readonly string[], mark: string, otherMark: string, before: number): Position {
    const line = written.findIndex(text => text.includes(mark));
    if (line < 0) {
        throw new Error(`an element without ${mark}: ${written.join('\n')}`);
    }
    return { line: before + line, character: written[line]!.replace(otherMark, '').indexOf(mark) };
}
