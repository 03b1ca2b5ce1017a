import type { Position } from 'vscode-languageserver-protocol';

/** A text of many elements in a folder, with one mistake in it, and the places where somebody works. */
export interface BenchDocument {
    readonly languageId: string;
    /** All files of the folder, by name. */
    readonly files: ReadonlyMap<string, string>;
    /** The file that is opened. */
    readonly name: string;
    readonly text: string;
    /** What is typed. */
    readonly typed: string;
    /** Where it is typed: the element in the middle, and the one behind it. Each is a mistake then, on its line. */
    readonly middle: Position;
    readonly neighbour: Position;
    /** Where it is asked what could stand there, in the middle element. */
    readonly cursor: Position;
    /** The line of the mistake that is always there. */
    readonly faultLine: number;
    /** What the name at the cursor may be changed into. */
    readonly newName?: string;
}
