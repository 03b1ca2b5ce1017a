import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { configFileName } from '@sup/language';
import { CommandError } from './command-error.js';

/** The file that output for a path is written to. */
export interface OutputTarget {
    /** The real path: symbolic links at the path are followed. */
    readonly path: string;
    /** The permissions of the file that the output replaces; undefined if there is none. */
    readonly mode: number | undefined;
}

/** Finds the file to write to. Rejects anything that is not a regular file, files that are read-only, and every name of a plan or of the configuration. */
export function outputTarget(path: string): OutputTarget {
    const reject = (reason: string): never => {
        throw new CommandError(`${path} could not be written: ${reason}`);
    };
    if (path === '') {
        throw new CommandError('the path of an output file must not be empty');
    }
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) {
        statSync(dirname(path)); // throws if the folder does not exist
    }
    if (stats && !stats.isFile()) {
        reject('it is not a file');
    }
    // The native function also restores the case of names and the long form of short ones.
    const target = stats ? realpathSync.native(path) : path;
    if ([path, target].some(isConfigName)) {
        reject(`${configFileName} is the configuration, and output must not overwrite it`);
    }
    if ([path, target].some(isPlanName)) {
        reject('.sup files are plans, and output must not overwrite a plan');
    }
    if (stats) {
        const other = inputWithOtherName(target);
        if (other !== undefined) {
            reject(`it is the same file as ${other}, which output must not overwrite`);
        }
        if (isReadOnly(stats)) {
            reject('it is read-only');
        }
    }
    return { path: target, mode: stats && stats.mode & 0o777 };
}

/** The name of a file as Windows compares it: without case, trailing dots and spaces, and the name of a stream. */
function comparableName(path: string): string {
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase().replace(/:.*$/, '').replace(/[. ]+$/, '');
}

const isConfigName = (path: string): boolean => comparableName(path) === configFileName;
const isPlanName = (path: string): boolean => comparableName(path).endsWith('.sup');

/** The plan or configuration in the same folder that is the same file: by a hard link, or by a spelling that only the file system considers equal. */
function inputWithOtherName(target: string): string | undefined {
    const folder = dirname(target);
    const { dev, ino } = statSync(target, { bigint: true });
    return readdirSync(folder).find(name => {
        const stats = isConfigName(name) || isPlanName(name) ? statSync(join(folder, name), { bigint: true, throwIfNoEntry: false }) : undefined;
        return stats?.dev === dev && stats.ino === ino;
    });
}

/** By the permissions, since root may write to any file. */
function isReadOnly({ mode }: Stats): boolean {
    return (mode & 0o222) === 0;
}
