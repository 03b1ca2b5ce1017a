import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileErrorMessage } from '@sup/files';
import { configFileName } from '@sup/language';
import { CommandError } from './command-error.js';

/** The files and folders that the arguments select, as real paths: symbolic links in arguments are followed, others are not. */
export interface PathSelection {
    readonly files: readonly string[];
    readonly folders: readonly string[];
    /** The workspace folders around these, as an editor would open them. Plans are in one hierarchy only with plans of the same root. */
    readonly roots: readonly string[];
    /** Whether other plans of the roots are read too, as parts of the hierarchies. */
    readonly includesSurroundings: boolean;
}

export function selectPaths(paths: readonly string[], includesSurroundings: boolean): PathSelection {
    const files = new Set<string>();
    const folders = new Set<string>();
    const roots = new Map<string, string>();
    for (const path of paths) {
        const { real, isFolder } = inspectPath(path);
        const folder = isFolder ? real : dirname(real);
        (isFolder ? folders : files).add(real);
        if (!roots.has(folder)) {
            roots.set(folder, rootOf(folder));
        }
    }
    return { files: [...files], folders: [...folders], roots: [...new Set(roots.values())].sort(), includesSurroundings };
}

function inspectPath(path: string): { real: string; isFolder: boolean } {
    if (path === '') {
        throw new CommandError('a path must not be empty; use `.` for the current folder');
    }
    try {
        const real = realpathSync.native(path);
        const stats = statSync(real);
        if (!stats.isDirectory() && !stats.isFile()) {
            throw new CommandError(`${path} is neither a file nor a folder`);
        }
        if (stats.isFile() && extname(real) !== '.sup') {
            throw new CommandError(`${path} is not a .sup file`);
        }
        return { real, isFolder: stats.isDirectory() };
    } catch (error) {
        throw error instanceof CommandError ? error : new CommandError(`${path}: ${fileErrorMessage(error)}`);
    }
}

/** The nearest folder, from this one up, that contains a `sup.config.json` or a Git repository. Without one, the folder itself. */
export function rootOf(folder: string): string {
    for (let candidate = folder; ; candidate = dirname(candidate)) {
        if ([configFileName, '.git'].some(name => existsSync(join(candidate, name)))) {
            return candidate;
        }
        if (candidate === dirname(candidate)) {
            return folder;
        }
    }
}
