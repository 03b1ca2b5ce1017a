import type { Position } from 'vscode-languageserver-protocol';

/** A document of many elements with one mistake, the files of its folder, and the positions for edits and requests. */
export interface BenchDocument {
    readonly languageId: string;
    /** All files of the folder, by name. */
    readonly files: ReadonlyMap<string, string>;
    /** The file that is opened. */
    readonly name: string;
    readonly text: string;
    /** The text of a keystroke. */
    readonly typed: string;
    /** Where it is typed: in the middle element and in the one after it. It causes a mistake on that line. */
    readonly middle: Position;
    readonly neighbour: Position;
    /** The position for completion and other requests, in the middle element. */
    readonly cursor: Position;
    /** The line of the permanent mistake. */
    readonly faultLine: number;
    /** A new name for the one at the cursor. */
    readonly newName?: string;
}
