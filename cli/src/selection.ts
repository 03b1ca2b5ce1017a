import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { configFileName, reasonOf } from '@sup/files';
import { CannotRun } from './cannot-run.js';

/** What the arguments name, by real paths: links that a person names are followed, others are not. */
export interface Selection {
    readonly files: readonly string[];
    readonly folders: readonly string[];
    /** The folders around these, as an editor would have them open. Plans see the plans of the same root. */
    readonly roots: readonly string[];
    /** Whether plans beside those that are named are read too, as parts of their hierarchies. */
    readonly readsAround: boolean;
}

export function select(paths: readonly string[], readsAround: boolean): Selection {
    const files = new Set<string>();
    const folders = new Set<string>();
    const roots = new Map<string, string>();
    for (const path of paths) {
        const { real, isFolder } = look(path);
        const folder = isFolder ? real : dirname(real);
        (isFolder ? folders : files).add(real);
        if (!roots.has(folder)) {
            roots.set(folder, rootAround(folder));
        }
    }
    return { files: [...files], folders: [...folders], roots: [...new Set(roots.values())].sort(), readsAround };
}

function look(path: string): { real: string; isFolder: boolean } {
    if (path === '') {
        throw new CannotRun('an empty path names no file; `.` is the current folder');
    }
    try {
        const real = realpathSync.native(path);
        const stats = statSync(real);
        if (!stats.isDirectory() && !stats.isFile()) {
            throw new CannotRun(`${path}: it is neither a file nor a folder`);
        }
        if (stats.isFile() && extname(real) !== '.sup') {
            throw new CannotRun(`${path}: it is not a .sup file`);
        }
        return { real, isFolder: stats.isDirectory() };
    } catch (error) {
        throw error instanceof CannotRun ? error : new CannotRun(`${path}: ${reasonOf(error)}`);
    }
}

/** The nearest folder upwards that holds a `sup.config.json` or a repository; without one, the folder itself. */
function rootAround(folder: string): string {
    for (let candidate = folder; ; candidate = dirname(candidate)) {
        if ([configFileName, '.git'].some(name => existsSync(join(candidate, name)))) {
            return candidate;
        }
        if (candidate === dirname(candidate)) {
            return folder;
        }
    }
}
