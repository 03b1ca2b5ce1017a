import { memoize } from '@sup/model';
import type { Scene, SiteMark } from './scene.js';

/** The number of sites of a branch that differ, by the kind of their difference, and of those that are as before. */
export interface ChangeCounts {
    readonly kinds: ReadonlyMap<SiteMark['kind'], number>;
    readonly same: number;
    /** The words for those: as before, or without differences from reality. */
    readonly sameText: string;
}

/**
 * The counts of all branches of a comparison, by the id of the site at the top. The top itself is not counted. A site that moves within a branch is
 * counted once there.
 */
export const changeCounts = memoize((scene: Scene): ReadonlyMap<string, ChangeCounts> => {
    const { sites, leftOut, isReality } = scene;
    const sameText = isReality ? 'without differences' : 'as before';
    const counts = new Map(sites.map(({ id }) => [id, { kinds: new Map<SiteMark['kind'], number>(), same: leftOut?.get(id) ?? 0, sameText }]));
    for (const { id, parent, mark, formerPlaceOf } of [...sites].reverse()) {
        const above = parent === undefined || formerPlaceOf !== undefined ? undefined : counts.get(parent);
        if (above) {
            const add = (count: number, kind: SiteMark['kind']): unknown => above.kinds.set(kind, (above.kinds.get(kind) ?? 0) + count);
            const { kinds, same } = counts.get(id)!;
            above.same += same + (mark ? 0 : 1);
            kinds.forEach(add);
            if (mark) {
                add(1, mark.kind);
            }
        }
    }
    for (const id of branchesLeft(scene)) {
        const { kinds } = counts.get(id)!;
        kinds.set('former', (kinds.get('former') ?? 0) + 1);
    }
    return counts;
});

/** The branches that moved sites have left, one for each site and branch. */
function* branchesLeft({ sites }: Scene): Generator<string> {
    const byId = new Map(sites.map(site => [site.id, site]));
    function* branchesAt(id: string): Generator<string> {
        for (let parent = byId.get(id)?.parent; parent !== undefined; parent = byId.get(parent)?.parent) {
            yield parent;
        }
    }
    for (const { id, formerPlaceOf } of sites) {
        if (formerPlaceOf !== undefined) {
            const current = new Set(branchesAt(formerPlaceOf));
            yield* [...branchesAt(id)].filter(branch => !current.has(branch));
        }
    }
}

/** A comparison without the sites that are as before, apart from those on the way to a site that differs. */
export function onlyWhatChanges(scene: Scene): Scene {
    const kept = new Set<string>(scene.tops);
    const below = new Map(scene.sites.map(({ id }) => [id, 0]));
    for (const { id, parent, mark } of [...scene.sites].reverse()) {
        if ((mark && mark.kind !== 'not-compared') || kept.has(id)) {
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
