import { memoize } from '@sup/model';
import type { Scene, SiteMark } from './scene.js';

/** The number of sites of a branch that differ, by the kind of their difference, and of those that are as before. */
export type ChangeCounts = ReadonlyMap<SiteMark['kind'] | 'same', number>;

/** The counts of all branches of a comparison, by the id of the site at the top. The top itself is not counted. */
export const changeCounts = memoize(({ sites, leftOut }: Scene): ReadonlyMap<string, ChangeCounts> => {
    const counts = new Map(sites.map(({ id }) => [id, new Map<SiteMark['kind'] | 'same', number>(leftOut?.has(id) ? [['same', leftOut.get(id)!]] : [])]));
    for (const { id, parent, mark } of [...sites].reverse()) {
        const above = parent === undefined ? undefined : counts.get(parent);
        if (above) {
            const kind = mark?.kind ?? 'same';
            above.set(kind, (above.get(kind) ?? 0) + 1);
            counts.get(id)!.forEach((count, each) => above.set(each, (above.get(each) ?? 0) + count));
        }
    }
    return counts;
});

/** A comparison without the sites that are as before, apart from those on the way to a site that differs. */
export function onlyWhatChanges(scene: Scene): Scene {
    const kept = new Set<string>(scene.tops);
    const below = new Map(scene.sites.map(({ id }) => [id, 0]));
    for (const { id, parent, mark } of [...scene.sites].reverse()) {
        if (mark || kept.has(id)) {
            kept.add(id);
            if (parent !== undefined) {
                kept.add(parent);
            }
        }
    }
    for (const { id, parent } of [...scene.sites].reverse()) {
        if (!kept.has(id) && parent !== undefined) {
            below.set(parent, below.get(parent)! + 1 + below.get(id)!);
        }
    }
    const leftOut = new Map([...below].filter(([id, count]) => kept.has(id) && count > 0));
    return { ...scene, sites: scene.sites.filter(({ id }) => kept.has(id)).map(site => ({ ...site, children: site.children.filter(id => kept.has(id)) })), leftOut };
}
