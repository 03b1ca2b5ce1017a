import { renameSync, rmSync, statSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { reasonOf } from '@sup/files';
import { CannotRun } from './cannot-run.js';

/** Writes a file that is there as a whole or not at all, whatever happens meanwhile. A link that stands in its place is followed. */
export function writeWholeFile(path: string, text: string): void {
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
        throw error instanceof CannotRun ? error : new CannotRun(`${path} could not be written: ${reasonOf(error)}`);
    }
}

/** Where to write: never over a plan, and never in the place of what is no file, such as a device. */
function targetOf(path: string): string {
    const stats = statSync(path, { throwIfNoEntry: false });
    const target = stats ? realpathSync(path) : path;
    if (stats && !stats.isFile()) {
        throw new CannotRun(`${path} could not be written: it is not a file`);
    }
    if ([path, target].some(each => extname(each) === '.sup')) {
        throw new CannotRun(`${path} could not be written: it would take the place of a plan`);
    }
    return target;
}
