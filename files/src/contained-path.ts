import { lstatSync, type Stats, statSync } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import path, { type PlatformPath } from 'node:path';
import { PathRejectedError } from './file-error.js';

/** A path inside a root that was reached without following a symbolic link, and its stats. */
export interface ContainedPath {
    readonly path: string;
    readonly stats: Stats;
}

/** The innermost of the folders that contains a path. Compares names only: nothing outside the folders is accessed. */
export function innermostFolder(target: string, folders: readonly string[], { isAbsolute, relative, resolve, sep }: PlatformPath = path): string | undefined {
    const contains = (folder: string): boolean => {
        const relativePath = relative(folder, target);
        return relativePath !== '..' && !relativePath.startsWith(`..${sep}`) && !isAbsolute(relativePath);
    };
    return folders.map(folder => resolve(folder)).filter(contains).sort((a, b) => b.length - a.length)[0];
}

/** Checks each folder between a root and a path, and the path itself. Rejects symbolic links. */
export async function resolveContained(target: string, roots: readonly string[]): Promise<ContainedPath> {
    const { root, descendants } = pathsTo(target, roots);
    let contained = { path: root, stats: await stat(root) };
    for (const descendant of descendants) {
        contained = { path: descendant, stats: rejectSymbolicLink(await lstat(descendant)) };
    }
    return contained;
}

/** The synchronous form of {@link resolveContained}. */
export function resolveContainedSync(target: string, roots: readonly string[]): ContainedPath {
    const { root, descendants } = pathsTo(target, roots);
    return descendants.reduce<ContainedPath>((_, descendant) => ({ path: descendant, stats: rejectSymbolicLink(lstatSync(descendant)) }), { path: root, stats: statSync(root) });
}

/** The root of a path, the folders between them, and the path itself. The root may be a symbolic link: the user chose to open it. */
function pathsTo(target: string, roots: readonly string[]): { root: string; descendants: readonly string[] } {
    const absolute = path.resolve(target);
    const root = innermostFolder(absolute, roots);
    if (root === undefined) {
        throw new PathRejectedError('it is outside the open folders');
    }
    const names = path.relative(root, absolute).split(path.sep).filter(name => name !== '');
    return { root, descendants: names.map((_, i) => path.join(root, ...names.slice(0, i + 1))) };
}

/** A symbolic link can lead out of the roots, to a device or back to itself. A target inside the roots is read at its real path anyway. */
function rejectSymbolicLink(stats: Stats): Stats {
    if (stats.isSymbolicLink()) {
        throw new PathRejectedError('its path contains a symbolic link, and symbolic links are not followed');
    }
    return stats;
}
