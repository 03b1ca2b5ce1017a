import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';

/** How a language server is started, and how it is spoken to. */
export interface BenchServer {
    readonly command: string;
    readonly args: readonly string[];
    readonly environment?: NodeJS.ProcessEnv;
    readonly initializationOptions?: object;
    /** Its configuration, by section. */
    readonly settings?: Readonly<Record<string, unknown>>;
    /** Whether it is asked for its diagnostics; otherwise it sends them. */
    readonly isAsked?: boolean;
    /** Knows nothing of the text: its diagnostics only have to be of the right version, and its answers may be empty. */
    readonly isFloor?: boolean;
    /** Whether it was made `measured`, so that it can be asked how much it has worked. */
    readonly isMeasured?: boolean;
    /** Whether a diagnostic is about a mistake of the document, and not something else that the server has to say. */
    isMistake(diagnostic: Diagnostic): boolean;
}

/** As the extension starts it. */
export function ourServer(path: string, flags = process.execArgv): BenchServer {
    return {
        command: process.execPath, args: [...flags, path, '--stdio'], isMistake: () => true,
        environment: { NODE_COMPILE_CACHE: join(tmpdir(), 'sup-bench-compile-cache') }
    };
}

export function floorServer(path: string): BenchServer {
    return { command: process.execPath, args: [path, '--stdio'], isMistake: () => true, isFloor: true };
}

/** The same server with the means to ask it how much it has worked. */
export function measured(server: BenchServer): BenchServer {
    return { ...server, args: ['--require', fileURLToPath(new URL('usage.cjs', import.meta.url)), ...server.args], isMeasured: true };
}
