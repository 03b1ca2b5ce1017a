import type { BenchServer } from '../server/bench-server.js';
import type { BenchDocument } from '../server/document.js';

/** A language server of others. */
export interface Peer {
    readonly name: string;
    /** What npm installs for it, at exact versions. */
    readonly packages: Readonly<Record<string, string>>;
    /** A program to start it with, where it brings none. Stands beside its packages. */
    readonly program?: string;
    /** Whether it is a program of the machine, not of Node. */
    readonly isNative?: boolean;
    /** Whether completion gives the names of all elements; otherwise the few values of a schema. */
    readonly completesNames: boolean;
    /** What it does less than ours, and whether it waits before it looks. */
    readonly remark: string;
    document(elements: number): BenchDocument;
    /** `installed` gives the path of a file among its packages. */
    server(installed: (path: string) => string): BenchServer;
}

/** Which diagnostics are about the mistakes of the document. */
export function saying(words: RegExp): BenchServer['isMistake'] {
    // A message may be marked up; all that are measured are plain text.
    return ({ message }) => words.test(String(message));
}
