import type { BenchServer } from '../server/bench-server.js';
import type { BenchDocument } from '../server/document.js';

/** A language server of another project. */
export interface Peer {
    readonly name: string;
    /** Its npm packages, at exact versions. */
    readonly packages: Readonly<Record<string, string>>;
    /** The source of a program that starts it, if its packages have none. It is written beside the packages. */
    readonly program?: string;
    /** Whether it is a native program, and does not run on Node. */
    readonly isNative?: boolean;
    /** Whether completion offers the names of all elements; otherwise it offers the few values of a schema. */
    readonly completesNames: boolean;
    /** How its work differs from ours, and whether it debounces. */
    readonly remark: string;
    document(elements: number): BenchDocument;
    /** `installed` returns the path of a file in its packages. */
    server(installed: (path: string) => string): BenchServer;
}

/** Accepts the diagnostics whose message matches. */
export function withMessage(words: RegExp): BenchServer['isMistake'] {
    // A message may be markup; those of the measured servers are plain text.
    return ({ message }) => words.test(String(message));
}
