// Room: cli. Owns the command `sup`: its arguments, its exit codes, and its output for people, programs and pipelines.
// Called by: shells. Absent: rules, simulation and the reading of files (rooms language, simulation and files), the network, other processes.

import { CommanderError } from 'commander';
import { reasonOf } from '@sup/files';
import { CannotRun } from './cannot-run.js';
import { createProgram } from './commands.js';
import { visible } from './visible.js';

/** Put in by the bundler from the only version number, the manifest's. */
declare const SUP_VERSION: string;

const { stdout, stderr, env } = process;

// SIGINT and SIGTERM have no handlers on purpose: the signal then ends the process at once, even in the middle of a long
// computation, and a shell sees 130. Nothing is ever half written, because nothing is written but the output.
stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') { // else a reader of the output, such as `head`, has seen enough
        fail(new CannotRun(`the output could not be written: ${reasonOf(error)}`));
    }
});
stderr.on('error', () => undefined); // there is nowhere left to say it
process.on('uncaughtException', fail);
refuseOldNode();
createProgram({ version: SUP_VERSION, terminal: { stdout, stderr, env, complain }, endWith })
    .parseAsync().catch(fail);

/** Says it in plain words: what is missing in an older Node would otherwise be an error in the middle of the work. */
function refuseOldNode(): void {
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    if (major < 22 || (major === 22 && minor < 12)) {
        complain(`needs Node 22.12 or later, and this is ${process.versions.node}`);
        process.exit(2);
    }
}

function fail(error: unknown): void {
    if (error instanceof CommanderError) {
        endWith(error.exitCode === 0 ? 0 : 2); // Commander has said the rest
    } else {
        complain(error instanceof CannotRun ? error.message : `an internal error: ${error instanceof Error ? error.message : String(error)}`);
        endWith(2);
    }
}

/** Sets the exit code, unless something worse has been seen. The process ends by itself, when all output is written. */
function endWith(code: number): void {
    process.exitCode = Math.max(code, Number(process.exitCode ?? 0));
}

/** Writes one line to stderr, whatever the message holds. */
function complain(message: string): void {
    stderr.write(`sup: ${visible(message.trim().replace(/\s*[\r\n]+\s*/g, ' '))}\n`);
}
