import { basename } from 'node:path';
import { number } from '@sup/model';
import { fileErrorMessage } from './file-error.js';
import { readExport } from './read-export.js';

/** Thrown if the files of an import cannot be read. The message is for the user. */
export class ExportFilesError extends Error {}

export interface ReadExports {
    readonly sources: readonly { readonly name: string; readonly text: string }[];
    /** Assumptions that the user should check. */
    readonly messages: readonly string[];
}

export interface ReadExportsOptions {
    /** Called before each file is read. */
    readonly onFile?: (path: string) => void;
    /** The name of a file in messages: by default its path, as the user has entered it. */
    readonly nameOf?: (path: string) => string;
}

/**
 * Reads the files that the user has named for an import.
 * @param maxBytes The limit in bytes for all of them together.
 */
export async function readExports(paths: readonly string[], maxBytes: number, { onFile, nameOf = path => path }: ReadExportsOptions = {}): Promise<ReadExports> {
    const sources: { name: string; text: string }[] = [];
    const messages: string[] = [];
    let total = 0;
    for (const path of paths) {
        onFile?.(path);
        const { text, isAssumed, size } = await readExport(path, maxBytes).catch((error: unknown) => {
            throw new ExportFilesError(`${nameOf(path)} could not be read: ${fileErrorMessage(error)}`);
        });
        total += size;
        if (total > maxBytes) {
            throw new ExportFilesError(`the files are larger than ${number(maxBytes / 1024 / 1024)} MiB together, which is the limit`);
        }
        if (isAssumed) {
            messages.push(`${nameOf(path)} is not UTF-8, so it was read as Windows-1252; check the letters with accents`);
        }
        sources.push({ name: basename(path), text });
    }
    return { sources, messages };
}
