import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';

/** How to start a language server, and how to communicate with it. */
export interface BenchServer {
    readonly command: string;
    readonly args: readonly string[];
    readonly environment?: NodeJS.ProcessEnv;
    readonly initializationOptions?: object;
    /** Its configuration, by section. */
    readonly settings?: Readonly<Record<string, unknown>>;
    /** Whether the client pulls the diagnostics; otherwise the server publishes them. */
    readonly isAsked?: boolean;
    /** Whether it ignores the text: its diagnostics only need the right version, and its answers may be empty. */
    readonly isFloor?: boolean;
    /** Whether it is started with `measured`, so that it reports its processor time. */
    readonly isMeasured?: boolean;
    /** Whether a diagnostic is about a mistake in the document, and not another remark of the server. */
    isMistake(diagnostic: Diagnostic): boolean;
}

/** Our server, as the extension starts it. */
export function ourServer(path: string, flags = process.execArgv): BenchServer {
    return {
        command: process.execPath, args: [...flags, path, '--stdio'], isMistake: () => true,
        environment: { NODE_COMPILE_CACHE: join(tmpdir(), 'sup-bench-compile-cache') }
    };
}

export function floorServer(path: string): BenchServer {
    return { command: process.execPath, args: [path, '--stdio'], isMistake: () => true, isFloor: true };
}

/** The same server, with a hook that reports its processor time. */
export function measured(server: BenchServer): BenchServer {
    return { ...server, args: ['--require', fileURLToPath(new URL('usage.cjs', import.meta.url)), ...server.args], isMeasured: true };
}
