import { fileErrorMessage } from '@sup/files';
import { writeAtomically } from './atomic-write.js';
import { CommandError } from './command-error.js';
import { outputTarget, type OutputTarget } from './output-target.js';
import type { Terminal } from './terminal.js';

/** Texts, and bytes of pictures, by the path of their file; the key undefined stands for stdout. */
export type OutputTexts = ReadonlyMap<string | undefined, string | Uint8Array>;

/** Rejects an output file that could not be written, before the work whose result it is to contain. */
export function checkOutput(path: string | undefined): void {
    if (path !== undefined) {
        targetOf(path);
    }
}

/** Writes each text to its file. Writes none if one of the files must not be written, and names the files that it replaces on stderr. */
export async function writeOutput(texts: OutputTexts, { stdout, writeMessage }: Terminal): Promise<void> {
    const outputs = [...texts].map(([path, text]) => ({ path, text, target: path === undefined ? undefined : targetOf(path) }));
    const replaced: string[] = [];
    try {
        for (const { path, text, target } of outputs) {
            if (path === undefined || target === undefined) {
                stdout.write(text);
            } else {
                await writeAtomically(target, text).catch((error: unknown) => {
                    throw commandError(path, error);
                });
                replaced.push(...target.mode === undefined ? [] : [path]);
            }
        }
    } finally {
        if (replaced.length > 0) {
            writeMessage(`replaced ${replaced.join(', ')}, which existed already`);
        }
    }
}

function targetOf(path: string): OutputTarget {
    try {
        return outputTarget(path);
    } catch (error) {
        throw commandError(path, error);
    }
}

function commandError(path: string, error: unknown): CommandError {
    return error instanceof CommandError ? error : new CommandError(`${path} could not be written: ${fileErrorMessage(error)}`);
}
