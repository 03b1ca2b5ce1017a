import type { Scene, SceneSite, SiteMark } from './scene.js';

/**
 * Two scenes of a plan as one: that of the later version, and the sites that only the earlier one has, below the parent that they had
 * there. `markOf` is asked about each site; sites of the earlier scene for which it has no mark are left out.
 */
export function mergeScenes(before: Scene, after: Scene, markOf: (id: string) => SiteMark | undefined): Scene {
    const here = new Set(after.sites.map(({ id }) => id));
    const gone = before.sites.filter(({ id }) => !here.has(id) && markOf(id) !== undefined);
    const byId = new Map([...gone, ...after.sites].map(site => [site.id, site]));
    const parentOf = ({ parent }: SceneSite): string | undefined => parent !== undefined && byId.has(parent) ? parent : undefined;
    const earlier = new Map(before.sites.map(site => [site.id, site.children]));
    const goneBelow = Map.groupBy(gone, parentOf);
    const idsBelow = (id: string | undefined): readonly string[] => goneBelow.get(id)?.map(site => site.id) ?? [];
    const childrenOf = ({ id, children }: SceneSite): readonly string[] => insertInOrder(here.has(id) ? children : [], idsBelow(id), earlier.get(id) ?? []);
    const merged: SceneSite[] = [];
    const tops = insertInOrder(after.tops, idsBelow(undefined), before.tops);
    // Not by recursion: chains may be as long as plans are.
    const waiting = [...tops].reverse().map(id => ({ id, level: 1 }));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { id, level } = next;
        const site = byId.get(id)!;
        const children = goneBelow.has(id) || !here.has(id) ? childrenOf(site) : site.children;
        const mark = markOf(id);
        merged.push({ ...site, parent: here.has(id) ? site.parent : parentOf(site), children, level, ...mark && { mark } });
        [...children].reverse().forEach(child => waiting.push({ id: child, level: level + 1 }));
    }
    return { ...after, sites: merged, tops };
}

/** A list with others put into it, each behind the one that it stood behind before; what had no place there comes last. */
function insertInOrder(list: readonly string[], others: readonly string[], order: readonly string[]): readonly string[] {
    const [known, wanted] = [new Set(list), new Set(others)];
    const behind = Map.groupBy(order.filter(id => wanted.has(id)), anchorIn(order, known));
    const placed = new Set(order);
    return [...behind.get(undefined) ?? [], ...list.flatMap(id => [id, ...behind.get(id) ?? []]), ...others.filter(id => !placed.has(id))];
}

/** For each of an order, the nearest before it that is known. */
function anchorIn(order: readonly string[], known: ReadonlySet<string>): (id: string) => string | undefined {
    let nearest: string | undefined;
    const anchors = new Map(order.map(id => {
        nearest = known.has(id) ? id : nearest;
        return [id, nearest];
    }));
    return id => anchors.get(id);
}
