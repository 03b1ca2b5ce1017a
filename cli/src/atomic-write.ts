import { renameSync, rmSync, statSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileErrorMessage } from '@sup/files';
import { CommandError } from './command-error.js';

/** Writes a file completely or not at all, even if the process is interrupted. Follows a symbolic link at the path. */
export function writeAtomically(path: string, text: string): void {
    try {
        const target = targetOf(path);
        const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
        try {
            writeFileSync(temporary, text, { flag: 'wx' });
            renameSync(temporary, target);
        } catch (error) {
            rmSync(temporary, { force: true });
            throw error;
        }
    } catch (error) {
        throw error instanceof CommandError ? error : new CommandError(`${path} could not be written: ${fileErrorMessage(error)}`);
    }
}

/** The real path to write to. Rejects plans, and anything that is not a regular file, such as a device. */
function targetOf(path: string): string {
    const stats = statSync(path, { throwIfNoEntry: false });
    const target = stats ? realpathSync(path) : path;
    if (stats && !stats.isFile()) {
        throw new CommandError(`${path} could not be written: it is not a file`);
    }
    if ([path, target].some(each => extname(each) === '.sup')) {
        throw new CommandError(`${path} could not be written: .sup files are plans, and output must not overwrite a plan`);
    }
    return target;
}
