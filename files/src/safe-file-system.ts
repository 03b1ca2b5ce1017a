import { readdir } from 'node:fs/promises';
import { fileLimits } from '@sup/model';
import { type FileSystemNode, type FileSystemProvider, type URI, UriUtils } from 'langium';
import { type Place, walkTo } from './enclosure.js';
import { reasonOf, Refusal } from './refusal.js';
import { decode, readRegularFile } from './regular-file.js';

/** So many bytes hold more characters than the limit, whatever they are: a UTF-16 unit takes three at most, a byte order mark three more. */
const mostBytes = 3 * fileLimits.characters + 4;

/**
 * Gives Langium the files below the roots, at start-up and on events alike. It follows no symbolic link, reads regular files only,
 * and of a file that is too large only so much that the language can tell. A file in another encoding than UTF-8 comes out as
 * nonsense with NUL characters, by which the language knows it.
 */
class SafeFileSystem implements FileSystemProvider {
    private readonly roots: () => readonly string[];

    constructor(private readonly options: FileSystemOptions) {
        this.roots = options.roots;
    }

    stat(uri: URI): Promise<FileSystemNode> {
        return inWords(async () => {
            const { stats } = await this.find(uri);
            return { isFile: stats.isFile(), isDirectory: stats.isDirectory(), uri };
        });
    }

    exists(uri: URI): Promise<boolean> {
        return this.find(uri).then(() => true, () => false);
    }

    readBinary(uri: URI): Promise<Uint8Array> {
        return inWords(() => readRegularFile(pathOf(uri), this.roots(), mostBytes));
    }

    async readFile(uri: URI): Promise<string> {
        return decode(await this.readBinary(uri)).slice(0, fileLimits.characters + 1);
    }

    readDirectory(uri: URI): Promise<FileSystemNode[]> {
        return inWords(async () => {
            const { path } = await this.find(uri);
            const entries = await readdir(path, { withFileTypes: true });
            return entries.sort((a, b) => a.name < b.name ? -1 : 1).map(entry => {
                const node = { isFile: entry.isFile(), isDirectory: entry.isDirectory(), uri: UriUtils.joinPath(uri, entry.name) };
                if (entry.isSymbolicLink()) {
                    this.options.linkFound?.(node.uri);
                }
                return node;
            });
        });
    }

    // Langium asks for none of these, and to wait for a slow disk would keep the server from answering.
    statSync(): never { return unavailable(); }
    existsSync(): never { return unavailable(); }
    readBinarySync(): never { return unavailable(); }
    readFileSync(): never { return unavailable(); }
    readDirectorySync(): never { return unavailable(); }

    private async find(uri: URI): Promise<Place> {
        return walkTo(pathOf(uri), this.roots());
    }
}

export interface FileSystemOptions {
    /** The folders below which is read. They may change with the workspace. */
    roots(): readonly string[];
    /** Told of a symbolic link in a folder that is searched. It is neither a file nor a folder to whoever searches. */
    linkFound?(uri: URI): void;
}

/** A Langium file system that reads below the given folders only. */
export function createNodeFileSystem(options: FileSystemOptions): { fileSystemProvider: () => FileSystemProvider } {
    return { fileSystemProvider: () => new SafeFileSystem(options) };
}

function pathOf(uri: URI): string {
    if (uri.scheme !== 'file') {
        throw new Refusal('it is not a file of this computer');
    }
    return uri.fsPath;
}

/** Says in words what went wrong, for whoever reports it. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
    try {
        return await work();
    } catch (error) {
        throw new Error(reasonOf(error), { cause: error });
    }
}

function unavailable(): never {
    throw new Error('Files are read asynchronously only.');
}
