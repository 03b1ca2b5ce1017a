import { lstatSync, type Stats, statSync } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import path, { type PlatformPath } from 'node:path';
import { Refusal } from './refusal.js';

/** A place below a root that no symbolic link leads to, and what stands there. */
export interface Place {
    readonly path: string;
    readonly stats: Stats;
}

/** The innermost of some folders that holds a path. By the names alone: nothing is looked up, so nothing outside is touched. */
export function folderAround(target: string, folders: readonly string[], { isAbsolute, relative, resolve, sep }: PlatformPath = path): string | undefined {
    const holds = (folder: string): boolean => {
        const way = relative(folder, target);
        return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
    };
    return folders.map(folder => resolve(folder)).filter(holds).sort((a, b) => b.length - a.length)[0];
}

/** Goes from a root to a path below it, and refuses to follow a link on the way. */
export async function walkTo(target: string, roots: readonly string[]): Promise<Place> {
    const { root, steps } = wayTo(target, roots);
    let place = { path: root, stats: await stat(root) };
    for (const step of steps) {
        place = { path: step, stats: refuseLink(await lstat(step)) };
    }
    return place;
}

/** As {@link walkTo}, for what must be known at once. */
export function walkToSync(target: string, roots: readonly string[]): Place {
    const { root, steps } = wayTo(target, roots);
    return steps.reduce<Place>((_, step) => ({ path: step, stats: refuseLink(lstatSync(step)) }), { path: root, stats: statSync(root) });
}

/** A path's root, and below it the folders on the way and the path itself. The root may be a link: whoever opened it chose it. */
function wayTo(target: string, roots: readonly string[]): { root: string; steps: readonly string[] } {
    const absolute = path.resolve(target);
    const root = folderAround(absolute, roots);
    if (root === undefined) {
        throw new Refusal('it lies outside of the folders that are open');
    }
    const names = path.relative(root, absolute).split(path.sep).filter(name => name !== '');
    return { root, steps: names.map((_, i) => path.join(root, ...names.slice(0, i + 1))) };
}

/** A link may lead anywhere: out of the roots, to a device, back to itself. What lies inside is read where it really stands. */
function refuseLink(stats: Stats): Stats {
    if (stats.isSymbolicLink()) {
        throw new Refusal('it is, or lies behind, a symbolic link, which is not followed');
    }
    return stats;
}
