import { errorMessage } from '@sup/model';

/** Thrown for a path that may well exist but is not read. The message continues a sentence that names the path. */
export class PathRejectedError extends Error {}

const messages: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EBUSY: 'it is in use by another program',
    EIO: 'the disk reports an I/O error',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links form a loop',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'its name is too long',
    ENFILE: 'too many files are open',
    ENOENT: 'there is no such file or folder',
    ENOSPC: 'no space is left on the device',
    ENOTDIR: 'a part of its path is not a folder',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ERR_INVALID_ARG_VALUE: 'its name contains a NUL character'
};

/** Why an operation on a path failed, as the rest of a sentence that names the path. */
export function fileErrorMessage(error: unknown): string {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return messages[code] ?? errorMessage(error);
}
