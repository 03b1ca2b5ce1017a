import { withFormerPlaces } from './former-places.js';
import type { Scene, SceneSite, SiteMark } from './scene.js';

/**
 * Merges two scenes of a plan: the scene of the later version, with the sites that only the earlier one has below their former parents, and the former
 * places of moved sites.
 * `markOf` returns the mark of a site. Sites that only the earlier scene has are left out if they do not have a mark.
 */
export function mergeScenes(earlier: Scene, after: Scene, markOf: (id: string) => SiteMark | undefined): Scene {
    const before = withFormerPlaces(earlier, after, markOf);
    const markAt = ({ id, formerPlaceOf, mark }: SceneSite): SiteMark | undefined => formerPlaceOf === undefined ? markOf(id) : mark;
    const currentIds = new Set(after.sites.map(({ id }) => id));
    const removed = before.sites.filter(site => !currentIds.has(site.id) && markAt(site) !== undefined);
    const byId = new Map([...removed, ...after.sites].map(site => [site.id, site]));
    const parentOf = ({ parent }: SceneSite): string | undefined => parent !== undefined && byId.has(parent) ? parent : undefined;
    const earlierChildren = new Map(before.sites.map(site => [site.id, site.children]));
    const removedByParent = Map.groupBy(removed, parentOf);
    const removedBelow = (id: string | undefined): readonly string[] => removedByParent.get(id)?.map(site => site.id) ?? [];
    const childrenOf = ({ id, children }: SceneSite): readonly string[] => insertInOrder(currentIds.has(id) ? children : [], removedBelow(id), earlierChildren.get(id) ?? []);
    const merged: SceneSite[] = [];
    const tops = insertInOrder(after.tops, removedBelow(undefined), before.tops);
    // Not recursive, because the length of a chain of sites is not limited.
    const waiting = [...tops].reverse().map(id => ({ id, level: 1 }));
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { id, level } = next;
        const site = byId.get(id)!;
        const children = removedByParent.has(id) || !currentIds.has(id) ? childrenOf(site) : site.children;
        const mark = markAt(site);
        merged.push({ ...site, parent: currentIds.has(id) ? site.parent : parentOf(site), children, level, ...mark && { mark } });
        [...children].reverse().forEach(child => waiting.push({ id: child, level: level + 1 }));
    }
    return { ...after, sites: merged, tops };
}

/** Inserts others into a list, each after the item that it followed in an earlier `order`. Those that are not in that order come last. */
function insertInOrder(list: readonly string[], others: readonly string[], order: readonly string[]): readonly string[] {
    const [listed, inserted] = [new Set(list), new Set(others)];
    const byAnchor = Map.groupBy(order.filter(id => inserted.has(id)), anchorIn(order, listed));
    const ordered = new Set(order);
    return [...byAnchor.get(undefined) ?? [], ...list.flatMap(id => [id, ...byAnchor.get(id) ?? []]), ...others.filter(id => !ordered.has(id))];
}

/** Finds the nearest predecessor of an item of `order` that is a known item, or the item itself if it is. */
function anchorIn(order: readonly string[], known: ReadonlySet<string>): (id: string) => string | undefined {
    let nearest: string | undefined;
    const anchors = new Map(order.map(id => {
        nearest = known.has(id) ? id : nearest;
        return [id, nearest];
    }));
    return id => anchors.get(id);
}
