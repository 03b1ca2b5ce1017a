import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { number } from '@sup/model';
import { PathRejectedError } from './file-error.js';
import { readRegularFile } from './regular-file.js';

export interface ReadExport {
    readonly text: string;
    /** Whether the encoding is only assumed, since the file is not valid UTF-8 and has no byte order mark. */
    readonly isAssumed: boolean;
}

/** An export from disk. */
export interface ExportFile extends ReadExport {
    /** The size of the file in bytes. */
    readonly size: number;
}

/** Reads a file that the user has named, in any encoding that Windows PowerShell, SQL Server Management Studio and Excel write. Rejects one above the limit. */
export async function readExport(path: string, maxBytes: number): Promise<ExportFile> {
    const real = realpathSync.native(path);
    const bytes = await readRegularFile(real, [dirname(real)], maxBytes + 1);
    if (bytes.length > maxBytes) {
        throw new PathRejectedError(`it is larger than ${number(maxBytes / 1024 / 1024)} MiB`);
    }
    if (signatures.some(signature => Buffer.compare(bytes.subarray(0, signature.length), signature) === 0)) {
        throw new PathRejectedError('it is a workbook of Excel or an archive; save its sheet as CSV, and use that file');
    }
    const decoded = decodeExport(bytes);
    if (decoded.isAssumed && decoded.text.slice(0, sampled).includes('\0')) {
        throw new PathRejectedError('it is not a text file');
    }
    return { ...decoded, size: bytes.length };
}

/** The first bytes of `.xlsx`, which is a ZIP archive, and of `.xls`. */
const signatures = [Buffer.of(0x50, 0x4b, 0x03, 0x04), Buffer.of(0xd0, 0xcf, 0x11, 0xe0)];

/** Decodes UTF-8 and UTF-16, with a byte order mark or without one, and otherwise Windows-1252. */
export function decodeExport(bytes: Uint8Array): ReadExport {
    const utf16 = utf16Of(bytes);
    if (utf16) {
        return { text: new TextDecoder(utf16).decode(bytes), isAssumed: false };
    }
    try {
        return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isAssumed: false };
    } catch {
        return { text: windows1252(bytes), isAssumed: true };
    }
}

/** The characters of the bytes from 0x80 to 0x9f. `TextDecoder` of some versions of Node.js reads these as control characters. */
const from0x80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windows1252(bytes: Uint8Array): string {
    return Buffer.from(bytes).toString('latin1').replace(/[\x80-\x9f]/g, character => from0x80[character.charCodeAt(0) - 0x80]!);
}

/** The bytes that are searched for the zeros between ASCII characters in UTF-16. */
const sampled = 1_000;

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
    if (bytes[0] === 0xff && bytes[1] === 0xfe) {
        return 'utf-16le';
    }
    if (bytes[0] === 0xfe && bytes[1] === 0xff) {
        return 'utf-16be';
    }
    const zeros = [0, 0];
    const length = Math.min(bytes.length, sampled);
    for (let i = 0; i < length; i++) {
        zeros[i % 2]! += bytes[i] === 0 ? 1 : 0;
    }
    const isMany = (count: number): boolean => count > length / 8;
    return isMany(zeros[1]!) && !isMany(zeros[0]!) ? 'utf-16le' : isMany(zeros[0]!) && !isMany(zeros[1]!) ? 'utf-16be' : undefined;
}
