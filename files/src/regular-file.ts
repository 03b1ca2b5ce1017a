import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { number } from '@sup/model';
import { type ContainedPath, resolveContained, resolveContainedSync } from './contained-path.js';
import { PathRejectedError } from './file-error.js';

const chunkBytes = 64 * 1024;

/** If the path becomes a link or a pipe after the check, `open` neither follows it nor blocks. Windows has neither flag. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file below a root up to a limit, regardless of the size in its stats: it may be growing. */
export async function readRegularFile(target: string, roots: readonly string[], limit: number): Promise<Uint8Array> {
    const contained = await resolveContained(target, roots);
    rejectIrregular(contained.stats);
    const handle = await open(contained.path, openFlags);
    try {
        rejectReplaced(contained, await handle.stat());
        return await readUpTo(handle, limit);
    } finally {
        await handle.close();
    }
}

/** Reads a regular file below a root synchronously. Rejects one that is larger than the limit. */
export function readSmallFile(target: string, roots: readonly string[], limit: number): Uint8Array {
    const contained = resolveContainedSync(target, roots);
    rejectIrregular(contained.stats);
    const handle = openSync(contained.path, openFlags);
    try {
        const stats = fstatSync(handle);
        rejectReplaced(contained, stats);
        if (stats.size > limit) {
            throw new PathRejectedError(`it is larger than ${number(limit / 1024)} KiB`);
        }
        return readFileSync(handle); // reads at most the size of a regular file
    } finally {
        closeSync(handle);
    }
}

/** Decodes UTF-8 as editors do: removes a byte order mark, and replaces invalid bytes with U+FFFD. */
export function decode(bytes: Uint8Array): string {
    return new TextDecoder('utf-8').decode(bytes);
}

/** Pipes, sockets and devices may never end or never answer. */
function rejectIrregular(stats: Stats): void {
    if (!stats.isFile()) {
        throw new PathRejectedError(stats.isDirectory() ? 'it is a folder' : 'it is not a regular file');
    }
}

/** Inode numbers can be reused after a file is deleted, so the opened file is checked again as well. */
function rejectReplaced({ stats: { ino, dev } }: ContainedPath, opened: Stats): void {
    rejectIrregular(opened);
    if (opened.ino !== ino || opened.dev !== dev) {
        throw new PathRejectedError('it was replaced while it was being opened');
    }
}

async function readUpTo(handle: FileHandle, limit: number): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    let length = 0;
    while (length < limit) {
        const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(Math.min(chunkBytes, limit - length)));
        if (bytesRead === 0) {
            break;
        }
        chunks.push(buffer.subarray(0, bytesRead));
        length += bytesRead;
    }
    return Buffer.concat(chunks, length);
}
