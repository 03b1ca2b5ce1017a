import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputTarget } from './output-target.js';

/** Writes a file completely or not at all, even if the process or the machine stops in between. Keeps the permissions of the file that it replaces. */
export async function writeAtomically(target: OutputTarget, content: string | Uint8Array): Promise<void> {
    // With a handler, a signal ends the process only after the synchronous work, so that it cannot leave a temporary file.
    signals.forEach(signal => process.once(signal, raise));
    try {
        replaceFile(target, content);
    } finally {
        // The event loop handles signals that have arrived: in the second turn, if the first began after it had looked for them.
        await nextTurn();
        await nextTurn();
        signals.forEach(signal => process.off(signal, raise));
    }
}

const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;

/** Ends the process with the exit code of the signal: `once` has removed the handler, so that the signal has its usual effect. */
function raise(signal: NodeJS.Signals): void {
    process.kill(process.pid, signal);
}

function replaceFile({ path, mode }: OutputTarget, content: string | Uint8Array): void {
    // A random name: in containers, unrelated processes have the same id.
    const temporary = join(dirname(path), `.${basename(path).slice(0, 50)}.${randomUUID()}.tmp`);
    try {
        const file = openSync(temporary, 'wx');
        try {
            writeFileSync(file, content);
            if (mode !== undefined) {
                fchmodSync(file, mode);
            }
            fsyncSync(file);
        } finally {
            closeSync(file);
        }
        renameSync(temporary, path);
    } catch (error) {
        rmSync(temporary, { force: true });
        throw error;
    }
}
