import { readdir } from 'node:fs/promises';
import { fileLimits } from '@sup/model';
import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium';
import { type ContainedPath, resolveContained } from './contained-path.js';
import { fileErrorMessage, PathRejectedError } from './file-error.js';
import { decode, readRegularFile } from './regular-file.js';

/** Enough bytes to exceed the limit of characters: a UTF-16 unit takes at most three bytes in UTF-8, and a byte order mark three more. */
const maxBytes = 3 * fileLimits.characters + 4;

/**
 * Gives Langium access to the files below the roots. Follows no symbolic links, reads regular files only, and truncates a file just
 * above the size limit, so that the language reports the size. Decodes a file that is not UTF-8 to a text with NUL or replacement
 * characters, which the language reports.
 */
class SafeFileSystem implements FileSystemProvider {
    private readonly roots: () => readonly string[];

    constructor(private readonly options: FileSystemOptions) {
        this.roots = options.roots;
    }

    stat(uri: URI): Promise<FileSystemNode> {
        return withReadableErrors(async () => {
            const { stats } = await this.resolve(uri);
            return { isFile: stats.isFile(), isDirectory: stats.isDirectory(), uri };
        });
    }

    exists(uri: URI): Promise<boolean> {
        return this.resolve(uri).then(() => true, () => false);
    }

    readBinary(uri: URI): Promise<Uint8Array> {
        return withReadableErrors(() => readRegularFile(pathOf(uri), this.roots(), maxBytes));
    }

    async readFile(uri: URI): Promise<string> {
        return decode(await this.readBinary(uri)).slice(0, fileLimits.characters + 1);
    }

    readDirectory(uri: URI): Promise<FileSystemNode[]> {
        return withReadableErrors(async () => {
            const { path } = await this.resolve(uri);
            const entries = await readdir(path, { withFileTypes: true });
            return entries.sort((a, b) => a.name < b.name ? -1 : 1).map(entry => {
                const node = { isFile: entry.isFile(), isDirectory: entry.isDirectory(), uri: UriUtils.joinPath(uri, entry.name) };
                if (entry.isSymbolicLink()) {
                    this.options.onSymbolicLink?.(node.uri);
                }
                return node;
            });
        });
    }

    // Langium does not call these, and blocking on a slow disk would keep the server from answering.
    statSync(): never { return unavailable(); }
    existsSync(): never { return unavailable(); }
    readBinarySync(): never { return unavailable(); }
    readFileSync(): never { return unavailable(); }
    readDirectorySync(): never { return unavailable(); }

    private async resolve(uri: URI): Promise<ContainedPath> {
        return resolveContained(pathOf(uri), this.roots());
    }
}

export interface FileSystemOptions {
    /** The folders to read from. They may change with the workspace. */
    roots(): readonly string[];
    /** Called for each symbolic link in a folder that is listed. The listing has it as neither a file nor a folder. */
    onSymbolicLink?(uri: URI): void;
}

/** A Langium file system that reads only below the given folders. */
export function createNodeFileSystem(options: FileSystemOptions): { fileSystemProvider: () => FileSystemProvider } {
    return { fileSystemProvider: () => new SafeFileSystem(options) };
}

function pathOf(uri: URI): string {
    if (uri.scheme !== 'file') {
        throw new PathRejectedError('it is not a local file');
    }
    return uri.fsPath;
}

/** Replaces the messages of Node's errors with ones that users understand. */
async function withReadableErrors<T>(work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        throw new Error(fileErrorMessage(error), { cause: error });
    }
}

function unavailable(): never {
    throw new Error('Files are read asynchronously only.');
}
