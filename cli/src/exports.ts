import { ExportFilesError, readExports } from '@sup/files';
import { ImportError, importLimits, type ImportSource } from '@sup/import';
import { CommandError } from './command-error.js';
import { Progress } from './progress.js';
import type { Terminal } from './terminal.js';

/** Reads the exports of a real hierarchy that the user names, and shows the progress. */
export async function readSources(paths: readonly string[], { stderr, writeMessage }: Terminal): Promise<readonly ImportSource[]> {
    const progress = new Progress(stderr);
    try {
        const { sources, messages } = await readExports(paths, importLimits.bytes, { onFile: path => progress.show(`Reading ${path}`) });
        messages.forEach(writeMessage);
        return sources;
    } catch (error) {
        throw error instanceof ExportFilesError ? new CommandError(error.message) : error;
    } finally {
        progress.end();
    }
}

/** Interprets exports. If they cannot be used, the error ends the command with its message. */
export function interpreted<T>(interpret: () => T): T {
    try {
        return interpret();
    } catch (error) {
        throw error instanceof ImportError ? new CommandError(error.message) : error;
    }
}
