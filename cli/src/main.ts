// Room: cli. Owns the command `sup`: its arguments, its exit codes, and its output for people, programs and pipelines.
// Called by: shells. Absent: rules, simulation and the reading of files (rooms language, simulation and files), the network, other processes.

import { join } from 'node:path';
import { fileErrorMessage, InstalledPages } from '@sup/files';
import { CommandError } from './command-error.js';
import { reportFailure, runProgram } from './run-program.js';
import { messageLine, type Terminal } from './terminal.js';

/** Defined by the bundler, from the version in the manifest. */
declare const SUP_VERSION: string;
/** The folder of the bundle, defined by the bundler. */
declare const SUP_FOLDER: string;

const { stdout, stderr, env } = process;
const terminal: Terminal = { stdout, stderr, env, writeMessage };

// SIGINT and SIGTERM have no handlers on purpose: the signal then ends the process at once, even in the middle of a long
// computation, and a shell sees 130. No cleanup is needed, because output files are written atomically. The exception is `cancellation.ts`, with which a
// command that may take minutes reports that it was cancelled.
stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') { // EPIPE is not a failure: a reader such as `head` closed the pipe early
        fail(new CommandError(`the output could not be written: ${fileErrorMessage(error)}`));
    }
});
stderr.on('error', () => undefined); // there is no other stream to report it on
process.on('uncaughtException', fail);
exitOnOldNode();
void runProgram(process.argv.slice(2), { version: SUP_VERSION, pages: new InstalledPages(join(SUP_FOLDER, '../docs')), terminal, setExitCode });

/** Without this check, an older Node would fail later with an obscure error about a missing API. */
function exitOnOldNode(): void {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < 22 || (major === 22 && minor < 12)) {
        writeMessage(`Node 22.12 or later is required; this is Node ${process.versions.node}`);
        process.exit(2);
    }
}

function fail(error: unknown): void {
    reportFailure(error, { terminal, setExitCode });
}

/** Sets the exit code, unless a higher one is already set. The process exits by itself once all output is written. */
function setExitCode(code: number): void {
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

/** Writes a message to stderr, on one line. */
function writeMessage(message: string): void {
    stderr.write(messageLine(message));
}
