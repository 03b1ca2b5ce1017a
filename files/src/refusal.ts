/** Why a path is not read, although it may well be there. */
export class Refusal extends Error {}

const reasons: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EBUSY: 'another program holds it',
    EIO: 'the disk reports an error',
    EISDIR: 'it is a folder',
    ELOOP: 'its symbolic links lead in circles',
    EMFILE: 'too many files are open',
    ENAMETOOLONG: 'its name is too long',
    ENFILE: 'too many files are open',
    ENOENT: 'there is no such file or folder',
    ENOSPC: 'no space is left on the device',
    ENOTDIR: 'a part of its path is not a folder',
    EPERM: 'permission denied',
    ERR_INVALID_ARG_VALUE: 'its name holds a NUL character'
};

/** What went wrong with a path, as the rest of a sentence that names the path. */
export function reasonOf(error: unknown): string {
    if (error instanceof Refusal) {
        return error.message;
    }
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
