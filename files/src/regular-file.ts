import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type Place, walkTo, walkToSync } from './enclosure.js';
import { Refusal } from './refusal.js';

const chunkBytes = 64 * 1024;

/** Should the path become a link or a pipe after it was looked at, opening it neither follows nor waits. Windows has neither flag. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Reads a regular file below a root to its end or to a limit, whatever size it claims: it may be growing. */
export async function readRegularFile(target: string, roots: readonly string[], limit: number): Promise<Uint8Array> {
    const place = await walkTo(target, roots);
    refuseIrregular(place.stats);
    const handle = await open(place.path, openFlags);
    try {
        refuseReplaced(place, await handle.stat());
        return await readUpTo(handle, limit);
    } finally {
        await handle.close();
    }
}

/** Reads a regular file below a root at once; refuses one that is larger than a limit. */
export function readSmallFile(target: string, roots: readonly string[], limit: number): Uint8Array {
    const place = walkToSync(target, roots);
    refuseIrregular(place.stats);
    const handle = openSync(place.path, openFlags);
    try {
        const opened = fstatSync(handle);
        refuseReplaced(place, opened);
        if (opened.size > limit) {
            throw new Refusal(`it is larger than ${limit / 1024} KiB`);
        }
        return readFileSync(handle); // of a regular file, not more than its size
    } finally {
        closeSync(handle);
    }
}

/** Decodes UTF-8 as editors do: a byte order mark is no part of the text, and bytes that are not UTF-8 become U+FFFD. */
export function decode(bytes: Uint8Array): string {
    return new TextDecoder('utf-8').decode(bytes);
}

/** Pipes, sockets and devices never end or never answer. */
function refuseIrregular(stats: Stats): void {
    if (!stats.isFile()) {
        throw new Refusal(stats.isDirectory() ? 'it is a folder' : 'it is not a regular file');
    }
}

/** The number of a deleted file can be given to the next one, so what was opened is also judged by itself. */
function refuseReplaced(place: Place, opened: Stats): void {
    refuseIrregular(opened);
    if (opened.ino !== place.stats.ino || opened.dev !== place.stats.dev) {
        throw new Refusal('it was replaced while it was opened');
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
